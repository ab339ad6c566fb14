package org.claimwatch.web.words;

import io.quarkus.qute.RawString;
import org.claimwatch.web.security.Theme;

/** Teams: members, roles, invitations, the audit log, a person's own settings. */
public interface TeamWords {
    TeamWords SAY = Bundle.of(TeamWords.class);

    @English("Your settings")
    String settings();

    @English("Show times in")
    String showTimesIn();

    @English(
            "Keys: <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>o</kbd> open, <kbd>?</kbd> all of them")
    RawString keys();

    @English("Save")
    String save();

    @English("Your feeds")
    String yourFeeds();

    @English(
            "Every search has an address for feed readers, beside its exports. Whoever has it reads that search without signing in, as long as you sign in here now and then.")
    String feedsWhat();

    @English("Give all of them new addresses")
    String renewFeeds();

    @English("Your teams")
    String yourTeams();

    @English("Audit log")
    String auditLog();

    @English(
            "Who did what to what, and when. Each entry is written by the database together with the change, and nobody can alter or delete one.")
    String auditWhat();

    @English("Who")
    String who();

    @English("everybody")
    String everybody();

    @English("What")
    String what();

    @English("everything")
    String everything();

    @English("From")
    String from();

    @English("To")
    String to();

    @English("Show")
    String show();

    @English("{total, plural, one{<b>#</b> entry} other{<b>#</b> entries}}")
    RawString entries(Number total);

    @English("Nothing was changed that these filters let through.")
    String noEntry();

    @English("{deed, select, added{added} changed{changed} other{removed}} the {subject}")
    String didWhat(String deed, String subject);

    @English("Invitation to {team}")
    String invitationTo(String team);

    @English("{by} invites you to {team}")
    String invitesYou(String by, String team);

    @English("You would join as <b>{role}</b>. The invitation works once, until {until}.")
    RawString joinAs(String role, RawString until);

    @English("It was sent to {email}; you are signed in with another address. Accept it only if it is meant for you.")
    String sentTo(String email);

    @English("Join {team}")
    String join(String team);

    @English("{by} invites you to join {team} on Claimwatch, as {role}.")
    String mailInvites(String by, String team, String role);

    @English("Open this address, sign in, and accept:")
    String mailOpen();

    @English("It works once, until {until} (UTC). If you did not expect it, do nothing: nobody joins by ignoring it.")
    String mailUntil(String until);

    @English("your role: {label}")
    String yourRole(String label);

    @English("monitors")
    String monitors();

    @English("reviews")
    String reviews();

    @English("digests")
    String digests();

    @English("blind coding")
    String blindCoding();

    @English("shared lists")
    String sharedLists();

    @English("tags and notes")
    String tagsAndNotes();

    @English("merged and split")
    String mergedAndSplit();

    @English("Audit log")
    String teamAuditLog();

    @English("Members")
    String members();

    @English("Members")
    String membersRegion();

    @English("Name")
    String name();

    @English("E-mail")
    String email();

    @English("Role")
    String role();

    @English("Since sign-in")
    String sinceSignIn();

    @English("Change")
    String change();

    @English("Follows this group of your sign-in service")
    String byGroupWhy();

    @English("by group <code>{group}</code>")
    RawString byGroup(String group);

    @English("Role of {name}")
    String roleOf(String name);

    @English("Set<span class=\"hidden\"> the role of {name}</span>")
    RawString setRole(String name);

    @English("Remove<span class=\"hidden\"> {name}</span>")
    RawString removeMember(String name);

    @English(
            "A role “by group” follows your sign-in service and is taken away there. Of two roles the stronger counts.")
    String byGroupNote();

    @English("Invite by e-mail")
    String invite();

    @English("E-mail")
    String emailField();

    @English("Role")
    String roleField();

    @English("Send the invitation")
    String sendInvitation();

    @English("Waiting to be accepted")
    String waiting();

    @English("by {by}")
    String invitedBy(String by);

    @English("until {until}")
    RawString until(RawString until);

    @English("Take it back<span class=\"hidden\"> from {email}</span>")
    RawString takeBack(String email);

    @English("Who may do what")
    String whoMayWhat();

    @English("Deeds by role")
    String deedsByRole();

    @English("To")
    String toDo();

    @English("yes")
    String yes();

    @English("no")
    String no();

    @English(
            "{deed, select, READ{read whatever the team keeps} SUBSCRIBE{have digests of one’s own} KEEP{keep searches of one’s own; analysts, the team’s} PICK{fill a basket of one’s own} WATCH{make, change and delete monitors} REVIEW{review readings, correct and comment on them} CHECK{say whether a fact-check is about a claim} JUDGE{give verdicts on claims and open them to others} CODE{draw rounds of blind coding and code} TAG{tag statements, claims and articles} NOTE{write notes beside them} MERGE{say which actors and which claims are one, and which are not} SHARE{share a monitor''s list with whoever has the link} SEND{set up digests and send them} ALERT{have monitors raise alerts, by e-mail, webhook and feed} AUDIT{read the audit log} INVITE{invite people and take invitations back} other{change roles and remove members}}")
    String deed(Enum<?> deed);

    @English(
            "{subject, select, membership{membership} invitation{invitation} monitor{monitor} digest{digest} digest_recipient{digest recipient} review{review} share_link{share link} coding_round{coding round} alert_rule{alert rule} alert_channel{alert channel} saved_search{saved search} tag{tag} tagging{tagging} note{note} fact_check_review{fact check review} verdict{verdict} identity_decision{merge or split} other{{subject}}}")
    String subject(String subject);

    @English("Claimwatch itself")
    String itself();

    @English("no. {id}")
    String numbered(String id);

    @English("account {id}")
    String account(String id);

    @English("There is no time zone “{zone}”.")
    String noTimeZone(String zone);

    @English("“{email}” is not an e-mail address.")
    String noEmail(String email);

    @English("Choose a role for {email}.")
    String chooseRoleFor(String email);

    @English("Your team has {most} open invitations; take some back first.")
    String tooManyOpen(Number most);

    @English("{by} invites you to {team} on Claimwatch")
    String mailSubject(String by, String team);

    @English("The mail server did not take it, and nobody is invited: {answer}. Try again in a moment.")
    String notMailed(String answer);

    @English("Choose a role.")
    String chooseRole();

    @English("{name} is {role} by the group {group}; take that away at your sign-in service first.")
    String groupFirst(String name, String role, String group);

    @English("{name} belongs to {team} by the group {group}; take that away at your sign-in service.")
    String belongsByGroup(String name, String team, String group);

    @English("{team} would have no admin left; make somebody else one first.")
    String noAdminLeft(String team);

    @English("as the browser asks")
    String asBrowser();

    @English("Colours")
    String theme();

    @English("{theme, select, LIGHT{light} other{dark}}")
    String themeOf(Theme theme);
}
