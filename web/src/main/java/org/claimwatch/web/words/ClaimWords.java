package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Claims: who asserts and who denies, when, through whom. */
public interface ClaimWords {
    ClaimWords SAY = Bundle.of(ClaimWords.class);

    @English("Claim")
    String kicker();

    @English("asserted by {assertions}")
    String assertedBy(String assertions);

    @English("denied by {denies}")
    String deniedBy(Number denies);

    @English(
            "Outlets that have it neither from another outlet, nor in a text that is nearly an earlier one's, nor word for word like an earlier one")
    String originsWhy();

    @English("{firstWord} {firstOutlet}, {exact}")
    String firstSeen(String firstWord, String firstOutlet, String exact);

    @English("Below 0.7 of 1: pale below, and counted nowhere")
    String doubtWhy();

    @English("This page shows the first {shown} statements; the CSV holds all.")
    String cut(Number shown);

    @English("{count, plural, one{One more voice} other{# more voices}}, among all its statements")
    String moreVoices(Number count);

    @English("Timeline")
    String timeline();

    @English("From the speaker to the outlets")
    String chains();

    @English("The {shown} ways most taken, of {all}.")
    String mostTaken(Number shown, Number all);

    @English("Who asserts it")
    String whoAsserts();

    @English("Who denies it")
    String whoDenies();

    @English("Fact-checks")
    String factChecks();

    @English(
            "Outlets say that they have checked these words. That they speak of this claim is the machine’s guess until a person confirms it.")
    String factChecksWhat();

    @English("Fact-check by {outlet}")
    String factCheckBy(String outlet);

    @English("said by")
    String saidBy();

    @English("rated")
    String rated();

    @English("the claim says the opposite of these words")
    String opposite();

    @English("by <a href=\"/articles/{href}\"><bdi>{outlet}</bdi></a>, {published}")
    RawString by(Object href, String outlet, RawString published);

    @English("unconfirmed, {word}")
    String unconfirmed(String word);

    @English("{verdict, select, confirmed{link confirmed by your team} other{link rejected by your team}}")
    String linkVerdict(String verdict);

    @English("It is about this claim")
    String isAbout();

    @English("It is not")
    String isNot();

    @English("Related claims")
    String related();

    @English(
            "No other claim was found that says the same, contradicts, supports or takes back this one. Relations are read when a new article makes one of the claims.")
    String noRelated();

    @English(
            "The machine doubts every reading of this claim. Read each in its article before you cite it: nobody may have said so.")
    String doubtsAll();

    @English("and {doubted} doubtful")
    String andDoubted(String doubted);

    @English("and {doubted} doubtful")
    String andDoubtedDenials(String doubted);

    @English(", doubtful")
    String doubtfulReprint();

    @English("merge or split")
    String mergeOrSplit();

    @English("Claims")
    String claims();

    @English("show")
    String show();

    @English("order")
    String order();

    @English("{total, plural, one{<b>#</b> claim} other{<b>#</b> claims}}")
    RawString total(Number total);

    @English("No claim of this kind in this period. Try a longer period, or show all.")
    String noClaim();

    @English("speaker")
    String speaker();

    @English("through")
    String through();

    @English("outlet")
    String outlet();

    @English("Chains")
    String chainsTitle();

    @English("Every outlet names the speaker directly; nobody stands between.")
    String direct();

    @English("{relayed} of {statements} came through {relays}.")
    String cameThrough(Number relayed, String statements, String relays);

    @English("A dashed line leads to where the claim is denied.")
    String dashedDenied();

    @English("{one} {other}")
    String sentences(String one, String other);

    @English("Way")
    String way();

    @English("Asserts")
    String asserts();

    @English("Denies")
    String denies();

    @English("{denies, select, true{denies} other{asserts}}")
    String side(Boolean denies);

    @English("“{words}”")
    String quoted(String words);

    @English("{reprints} of {outlet}")
    String fold(String reprints, String outlet);

    @English("When each outlet came with it")
    String timelineTitle();

    @English(
            "{counts, select, true{} other{Doubtful: }}{speaker} {denies, select, true{denies} other{asserts}} it in {outlet}, {at}")
    String event(Boolean counts, String speaker, Boolean denies, String outlet, String at);

    @English("first")
    String first();

    @English("No statement makes it at present.")
    String nobodyNow();

    @English("{outlet} had it first, {at}")
    String hadItFirst(String outlet, String at);

    @English("; the last of {others} came {lag}")
    String lastCame(String others, String lag);

    @English("; the first denial stands in {outlet}, {lag}")
    String firstDenial(String outlet, String lag);

    @English("before anyone asserts it")
    String beforeAsserted();

    @English(
            ". ▲ asserts, ▼ denies; hollow: handed on from another outlet{doubts, select, true{; pale: doubtful, counted nowhere} other{}}{days, select, true{; a bar: the day is known and not the hour, so the mark stands at its end} other{}}.")
    String legend(Boolean doubts, Boolean days);

    @English(
            "No outlet had it for certain: the machine doubts {readings, plural, one{its one reading} other{all of its # readings}}, in {outlets}; the earliest stands in {outlet}, {at}")
    String inDoubt(Number readings, String outlets, String outlet, String at);

    @English("; {outlets} more by doubtful readings alone")
    String doubtedOutlets(String outlets);

    @English("Doubtful")
    String doubtfulHead();

    @English("Every reading drawn here is doubtful.")
    String allDoubtful();

    @English("{doubtful} left out.")
    String leftOut(String doubtful);

    @English("Outlet")
    String outletHead();

    @English("First")
    String firstHead();

    @English("After the first")
    String afterFirst();

    @English("Has it from")
    String hasItFrom();

    @English("itself")
    String itself();

    @English(
            "{kind, select, SAME_AS{Says the same} CONTRADICTS{Contradicts this} SUPPORTS{{outgoing, select, true{Supported by this} other{Supports this}}} other{{outgoing, select, true{Taken back by this} other{Takes this back}}}}")
    String relation(Enum<?> kind, Boolean outgoing);

    @English("<bdi>{speaker}</bdi>, in <a href=\"{href}\"><bdi>{outlet}</bdi></a>, {published}")
    RawString shownBy(String speaker, String href, String outlet, RawString published);

    @English("all")
    String showAll();

    @English("new")
    String showNew();

    @English("asserted and denied")
    String showContested();

    @English(
            "No article says this in the version that stands now. It stood in versions that their outlets have replaced since.")
    String replaced();

    @English(
            "{count, plural, one{Your team rejected one of these readings, or says that it makes another claim: the numbers here, which are the same for every team, count it still.} other{Your team rejected # of these readings, or says that they make another claim: the numbers here, which are the same for every team, count them still.}}")
    String rejected(Number count);

    @English("A link between a claim and a fact-check is confirmed or rejected; this form did neither.")
    String neither();
}
