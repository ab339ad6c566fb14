package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Merges and splits: which actors and which claims are one. */
public interface MergeWords {
    MergeWords SAY = Bundle.of(MergeWords.class);

    @English("Merge or split")
    String mergeOrSplit();

    @English("Merge or split {name}")
    String mergeOrSplitOf(String name);

    @English("Is it the same as another?")
    String sameAsAnother();

    @English(
            "All its statements, those to come included, go to the one that stays; its names stay findable. It holds for every team and can be undone.")
    String mergeWhat();

    @English("Name")
    String name();

    @English("No other actor is named so.")
    String noOther();

    @English("Same: keep this one<span class=\"hidden\">, {name}</span>")
    RawString same(String name);

    @English("Does the name mean two?")
    String meansTwo();

    @English("Only one article quotes this actor; there is nothing to split.")
    String onlyOneArticle();

    @English(
            "Tick the articles that mean the other one. In these the name means the other from now on; new articles are read as before.")
    String splitWhat();

    @English("Articles that mean the other one")
    String articlesOfOther();

    @English(", as “<bdi>{readAs}</bdi>”")
    RawString asNamed(String readAs);

    @English("Name of the other")
    String nameOfOther();

    @English("Merged and split")
    String merged();

    @English("Look")
    String look();

    @English("Split these off")
    String splitOff();

    @English("Decided so far")
    String decided();

    @English("Merge or split a claim")
    String mergeClaim();

    @English("Claim")
    String claim();

    @English("Does another say the same, or the opposite?")
    String anotherSame();

    @English(
            "All its statements, those to come included, go to the one that stays; of an opposite, whoever asserts this denies that. It holds for every team and can be undone.")
    String mergeClaimWhat();

    @English("Words of it")
    String wordsOfIt();

    @English("No other claim has these words.")
    String noOtherClaim();

    @English("Same: keep this one<span class=\"hidden\">, {text}</span>")
    RawString sameClaim(String text);

    @English("Opposite: keep this one<span class=\"hidden\">, {text}</span>")
    RawString oppositeClaim(String text);

    @English("Do some statements say something else?")
    String somethingElse();

    @English("Only one statement makes this claim; there is nothing to split.")
    String onlyOneStatement();

    @English(
            "Tick those that make the other claim. They make it from now on, in later versions of their articles, too.")
    String splitClaimWhat();

    @English("Statements that make the other claim")
    String statementsOfOther();

    @English("denies it,")
    String deniesIt();

    @English("The other claim, in one sentence")
    String otherClaim();

    @English("Merged and split")
    String mergedAndSplit();

    @English(
            "What editors said about who is who and which claims are one. It holds for every team, stands above the machine’s readings, outlives every new analysis, and can be undone.")
    String what();

    @English("{total, plural, one{<b>#</b> decision} other{<b>#</b> decisions}}")
    RawString total(Number total);

    @English("None yet. Every page of an actor or a claim has “merge or split” for editors.")
    String noneYet();

    @English("Choose another actor, one of those below.")
    String chooseActor();

    @English("Tick the articles that mean the other one: one at least, and not all.")
    String tickArticles();

    @English("Give the other one a name that differs, such as “{name} (the minister)”, of 200 characters at most.")
    String nameThatDiffers(String name);

    @English("Choose another claim, one of those below.")
    String chooseClaim();

    @English("Tick the statements that make the other claim: one at least, and not all.")
    String tickStatements();

    @English("Say the other claim in one sentence of its own, of 500 characters at most.")
    String sentenceOfItsOwn();

    @English("Somebody has merged one of the two meanwhile; look at them again.")
    String mergedMeanwhile();

    @English("“{name}” is a name of this very actor; give the other one another.")
    String ownName(String name);

    @English("None of these articles quotes this actor any more; look at it again.")
    String noArticleQuotes();

    @English("None of these statements makes this claim any more; look at it again.")
    String noStatementMakes();
}
