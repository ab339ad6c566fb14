package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** The stance matrix: who stands where. */
public interface MatrixWords {
    MatrixWords SAY = Bundle.of(MatrixWords.class);

    @English("Stance matrix")
    String title();

    @English("Who stands where")
    String who();

    @English("rows")
    String rows();

    @English("sort")
    String sort();

    @English("Outlet")
    String outlet();

    @English("Speaker")
    String speaker();

    @English("Target")
    String target();

    @English("Filter")
    String filter();

    @English(
            "<b>{stances}</b> {stances, plural, one{stance} other{stances}} of {holders} {outlets, select, true{outlets in their own voice} other{speakers}} toward {targets} targets")
    RawString total(Number stances, Number holders, Boolean outlets, Number targets);

    @English(", the {size} most frequent shown")
    String mostFrequent(Number size);

    @English(", rows {shown}")
    String rowsShown(String shown);

    @English("and {doubtful} doubtful, which count nowhere")
    String doubtful(Number doubtful);

    @English("No outlet took a side in its own voice in this period.")
    String noOutlet();

    @English("No speaker took a side in this period.")
    String noSpeaker();

    @English("Stances appear as articles are analysed; try a longer period or another filter.")
    String appear();

    @English("▲ favours, ▼ against, ■ neutral")
    String legend();

    @English(", ◇ doubtful")
    String legendDoubtful();

    @English("; a cell opens its evidence, a target sorts by it")
    String legendOpens();

    @English("· more columns follow")
    String moreColumns();

    @English("on")
    String on();

    @English("close")
    String close();

    @English("the newest are shown; a shorter period narrows them")
    String newestShown();

    @English("the outlet’s own voice")
    String ownVoice();

    @English("archived page")
    String archived();

    @English("speakers")
    String bySpeakers();

    @English("outlets in their own voice")
    String byOutlets();

    @English("{sort, select, stances{most stances} name{name} favour{most in favour} other{most against}}")
    String sortBy(String sort);

    @English("named like “{name}”")
    String namedLike(String name);

    @English("toward “{name}”")
    String toward(String name);

    @English("{holder} on {target}: {counts}")
    String said(String holder, String target, String counts);

    @English("{n} {word, select, favours{favours} against{against} neutral{neutral} other{doubtful}}")
    String count(String word, Number n);
}
