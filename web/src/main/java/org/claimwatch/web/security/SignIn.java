package org.claimwatch.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keeps accounts, teams and memberships in step with the identity provider: whoever lost a group there has lost the
 * membership here at the next request that carries the new token.
 */
@ApplicationScoped
public class SignIn {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Duration SEEN = Duration.ofHours(1);

    private final Session entities;
    private final Clock clock;

    public SignIn(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What the token says of a person. */
    public record Identity(
            String subject,
            String name,
            @Nullable String email,
            @Nullable String zone,
            Groups groups) {}

    @Transactional
    public Viewer viewer(Identity identity) {
        var account = account(identity.subject());
        if (account == null || !upToDate(account, identity)) {
            store(identity);
            account = Objects.requireNonNull(account(identity.subject()));
        }
        seeOwnMemberships(Objects.requireNonNull(account.id));
        var memberships = memberships(account);
        if (!groupRoles(memberships).equals(identity.groups().roleByTeam())) {
            synchronise(Objects.requireNonNull(account.id), memberships, identity.groups());
            memberships = memberships(account);
        }
        return new Viewer(
                Objects.requireNonNull(account.id),
                account.name,
                account.email,
                zone(account.timeZone),
                account.language,
                account.theme,
                account.keyboard,
                memberships.stream().map(SignIn::member).toList(),
                identity.groups().instanceAdmin());
    }

    /** To the end of this transaction: only here does anybody look across teams, for one account. */
    private void seeOwnMemberships(long accountId) {
        entities.createNativeQuery("select set_config('claimwatch.signing_in', :account, true) as told", String.class)
                .addScalar("told", String.class)
                .setParameter("account", Long.toString(accountId))
                .getSingleResult();
    }

    private boolean upToDate(Account account, Identity identity) {
        return account.name.equals(identity.name())
                && Objects.equals(account.email, identity.email())
                && account.lastSeenAt.isAfter(clock.instant().minus(SEEN));
    }

    private @Nullable Account account(String subject) {
        return entities.createQuery("from Account where subject = :subject", Account.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private List<Membership> memberships(Account account) {
        return entities.createQuery(
                        "from Membership m join fetch m.team where m.account = :account order by m.team.name",
                        Membership.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** Two first requests of one person may arrive at once: the database settles who inserts. */
    private void store(Identity identity) {
        entities.createNativeMutationQuery("""
                        insert into account (subject, name, email, time_zone, last_seen_at)
                        values (:subject, :name, :email, :zone, :now)
                        on conflict (subject) do update
                          set name = excluded.name, email = excluded.email, last_seen_at = excluded.last_seen_at
                        """)
                .setParameter("subject", identity.subject())
                .setParameter("name", identity.name())
                .setParameter("email", identity.email(), String.class)
                .setParameter("zone", zone(identity.zone()).getId())
                .setParameter("now", clock.instant(), Instant.class)
                .executeUpdate();
        entities.clear();
    }

    /** What an admin of the team granted stays; only what the groups say follows them. */
    private void synchronise(long accountId, List<Membership> memberships, Groups groups) {
        memberships.stream()
                .filter(m -> m.groupRole != null && !groups.roleByTeam().containsKey(m.team.slug))
                .forEach(m -> entities.createNativeMutationQuery(
                                m.grantedRole == null
                                        ? "delete from membership where id = :id"
                                        : "update membership set group_role = null, role = granted_role where id = :id")
                        .setParameter("id", m.id)
                        .executeUpdate());
        Map<String, Role> before = groupRoles(memberships);
        groups.roleByTeam().forEach((slug, role) -> {
            if (!role.equals(before.get(slug))) {
                join(accountId, slug, role);
            }
        });
        entities.clear();
    }

    private void join(long accountId, String slug, Role role) {
        entities.createNativeMutationQuery("insert into team (slug, name) values (:slug, :name) on conflict do nothing")
                .setParameter("slug", slug)
                .setParameter("name", nameOf(slug))
                .executeUpdate();
        entities.createNativeMutationQuery("""
                        insert into membership (team_id, account_id, role, group_role)
                        select id, :account, :role, :role from team where slug = :slug
                        on conflict (team_id, account_id) do update
                          set group_role = excluded.group_role,
                              role = case when claimwatch_rank(membership.granted_role) > claimwatch_rank(excluded.group_role)
                                          then membership.granted_role else excluded.group_role end
                        """)
                .setParameter("account", accountId)
                .setParameter("role", role.name())
                .setParameter("slug", slug)
                .executeUpdate();
    }

    private static Map<String, Role> groupRoles(List<Membership> memberships) {
        return memberships.stream()
                .filter(m -> m.groupRole != null)
                .collect(Collectors.toMap(m -> m.team.slug, m -> Objects.requireNonNull(m.groupRole)));
    }

    private static Member member(Membership membership) {
        return new Member(
                Objects.requireNonNull(membership.team.id),
                membership.team.slug,
                membership.team.name,
                membership.role);
    }

    private static String nameOf(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
    }

    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return UTC;
        }
    }
}
