package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** The discourse network: who agrees with whom. */
public interface NetworkWords {
    NetworkWords SAY = Bundle.of(NetworkWords.class);

    @English("Discourse network")
    String title();

    @English("Who agrees with whom")
    String who();

    @English(
            "{total, plural, one{<b>#</b> pair} other{<b>#</b> pairs}} of {actors, plural, one{# actor} other{# actors}} share a claim")
    RawString total(Number total, Number actors);

    @English(
            "No two named actors asserted or denied the same claim in this period. The network fills as several speakers are quoted on one matter; try a longer period.")
    String nothing();

    @English("and")
    String and();

    @English("close")
    String close();

    @English("Disagree on")
    String disagreeOn();

    @English("Agree on")
    String agreeOn();

    @English("All pairs")
    String allPairs();

    @English("Pairs of actors")
    String pairsOf();

    @English("Claims on which both stand on one side, and on opposite sides")
    String caption();

    @English("Actor")
    String actor();

    @English("and")
    String andHead();

    @English("Agree")
    String agree();

    @English("Disagree")
    String disagree();

    @English("{one} and {other} agree on {agree}")
    String agreeAbout(String one, String other, Number agree);

    @English("{one} and {other} disagree on {disagree}")
    String disagreeAbout(String one, String other, Number disagree);

    @English(
            "An actor who both asserts and denies a claim stands on neither side of it. Claims that contradict each other part those who assert them. Readings that the machine doubts are left out.")
    String note();

    @English(
            "{one} and {other} {word, select, agree{agree} other{disagree}} on {claims, plural, one{# claim} other{# claims}}")
    String edge(String one, String other, String word, Number claims);

    @English("No two actors share a claim.")
    String noShared();

    @English("{one} and {other} agree most, on {claims}.")
    String agreeMost(String one, String other, String claims);

    @English("{one} and {other} disagree most, on {claims}.")
    String disagreeMost(String one, String other, String claims);

    @English("Solid lines agree, dashed ones disagree; strong ones on three claims or more.")
    String legend();
}
