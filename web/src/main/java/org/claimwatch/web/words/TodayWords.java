package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Today: what is new, and the way to a first claim. */
public interface TodayWords {
    TodayWords SAY = Bundle.of(TodayWords.class);

    @English("Today")
    String title();

    @English("From here to the first claim")
    String firstSteps();

    @English("This looks again by itself every few seconds; <a href=\"/\">look again now</a>.")
    RawString looksAgain();

    @English("Contradictions")
    String contradictions();

    @English("{before} in the period before")
    String contradictionsBefore(String before);

    @English("asserts")
    String asserts();

    @English("denies")
    String denies();

    @English("first seen in {firstOutlet}, {firstSeen}")
    RawString firstSeen(String firstOutlet, RawString firstSeen);

    @English("All {total} contested claims")
    String allContested(String total);

    @English("Reversals")
    String reversals();

    @English("{before} in the period before")
    String reversalsBefore(String before);

    @English("All {total} reversals")
    String allReversals(String total);

    @English("{total, plural, one{<b>#</b> reversal} other{<b>#</b> reversals}}")
    RawString reversalTotal(Number total);

    @English("Nobody said the opposite of what they had said before.")
    String noReversal();

    @English("New claims")
    String newClaims();

    @English("{before} in the period before")
    String newClaimsBefore(String before);

    @English("No claim was made for the first time in this period. A longer period may hold some.")
    String noNewClaim();

    @English("All {total} new claims")
    String allNewClaims(String total);

    @English("New speakers")
    String newSpeakers();

    @English("{before} in the period before")
    String newSpeakersBefore(String before);

    @English("Nobody was quoted for the first time in this period.")
    String noNewSpeaker();

    @English("first {first}")
    RawString firstAt(RawString first);

    @English("All {total} new speakers")
    String allNewSpeakers(String total);

    @English("Spikes")
    String spikes();

    @English("Nobody is heard and nothing spoken of much more often than in the period before.")
    String noSpike();

    @English("{before} in the period before")
    String spikesBefore(String before);

    @English("All {total} spikes")
    String allSpikes(String total);

    @English("{total, plural, one{<b>#</b> spike} other{<b>#</b> spikes}}")
    RawString spikeTotal(Number total);

    @English(
            "A spike is at least four in the period, and so many more than in the period before that it is twice what chance makes of such a number; doubtful readings do not count.")
    String spikeRule();

    @English("Moving stories")
    String moving();

    @English("{before} in the period before")
    String storiesBefore(String before);

    @English("No story is told much more often than in the period before.")
    String noStory();

    @English("latest {last}")
    RawString latest(RawString last);

    @English("All {total} moving stories")
    String allStories(String total);

    @English("Silence and trouble")
    String trouble();

    @English("Every outlet speaks as usual, and every feed answers.")
    String noTrouble();

    @English("silent")
    String silent();

    @English("since {since}")
    RawString since(RawString since);

    @English("{failures}× in a row")
    String inRow(Number failures);

    @English("All {total} troubles")
    String allTrouble(String total);

    @English("{total, plural, one{<b>#</b> outlet or feed} other{<b>#</b> outlets and feeds}}, as they are now")
    RawString troubleTotal(Number total);

    @English(
            "never quoted before; {statements, plural, one{# statement} other{# statements}} in {outlets, plural, one{# outlet} other{# outlets}}")
    String neverQuoted(Number statements, Number outlets);

    @English(
            "{kind, select, stance{{now, plural, one{# stance toward it} other{# stances toward it}}} other{{now, plural, one{# statement by them} other{# statements by them}}}}, {before, plural, =0{none} one{#} other{#}} in the period before")
    String spikeOf(String kind, Number now, Number before);

    @English("{articles} of {outlets}, {before, plural, =0{none} one{#} other{#}} in the period before")
    String movingBefore(String articles, String outlets, Number before);

    @English("usual are {perWeek, plural, one{# article} other{# articles}} a week, and {missing} since then")
    String usual(Number perWeek, Number missing);

    @English(
            "{kind, select, BLOCKED{blocked} CONSENT_WALL{consent wall} PAY_WALL{pay wall} CERTIFICATE{certificate} UNKNOWN_HOST{unknown host} UNREACHABLE{unreachable} NOT_FOUND{not found} GONE{gone} FORBIDDEN{forbidden} SERVER_ERROR{server error} ASKED_TOO_OFTEN{asked too often} DISALLOWED{disallowed} ROBOTS_UNREACHABLE{robots unreachable} REDIRECT_LOOP{redirect loop} TOO_LARGE{too large} WEB_PAGE{web page} UNREADABLE{unreadable} NO_LINKS{no links} STOPPED_YIELDING{stopped yielding} SILENT{silent} other{failing}}")
    String feedTrouble(String kind);

    @English("Add an outlet")
    String addOutlet();

    @English("the feeds of {host} are looked for")
    String lookingFor(String host);

    @English("Choose its feeds")
    String chooseFeeds();

    @English("the address of its home page is enough: its feeds are found while you watch")
    String addressIsEnough();

    @English("an administrator of this instance can do that")
    String administratorCan();

    @English("Add the first outlet")
    String addFirst();

    @English("Its feeds answer")
    String feedsAnswer();

    @English("{feeds}, {polled} answered")
    String feedsAnswered(String feeds, Number polled);

    @English(", {n} in trouble")
    String inTrouble(Number n);

    @English("See what stands in the way")
    String seeObstacle();

    @English("Articles are fetched, one at a time from each site")
    String fetching();

    @English("{fetched} of {announced, plural, one{# article} other{# articles}} announced")
    String fetchedOf(Number fetched, Number announced);

    @English(", {n} not to be had")
    String notToBeHad(Number n);

    @English("Articles are read")
    String readingArticles();

    @English("{read} of {fetched}, {statements} in them")
    String readOf(Number read, Number fetched, String statements);

    @English("See the statements")
    String seeStatements();

    @English("The first claim")
    String firstClaim();

    @English("it is made by the first statement that says something of the world")
    String firstClaimWaits();

    @English("here it is")
    String hereItIs();

    @English("Open it")
    String openIt();

    @English(
            "Only to look around, load the sample press, eight invented outlets: <code>./claimwatch run --fresh</code> starts with it and forgets what is here.")
    RawString orSample();
}
