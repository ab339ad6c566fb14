package org.claimwatch.web.words;

import io.quarkus.qute.RawString;

/** Shared lists, and what whoever has the link sees. */
public interface ShareWords {
    ShareWords SAY = Bundle.of(ShareWords.class);

    @English("Shared lists")
    String sharedLists();

    @English(
            "Whoever has the link reads the list, without signing in, and nothing else. What it shows is fixed when it is made.")
    String what();

    @English("The link is shown this once:")
    String shownOnce();

    @English("Nothing is shared.")
    String nothing();

    @English("by {by}")
    String by(String by);

    @English("ended")
    String ended();

    @English("until {until}")
    RawString until(RawString until);

    @English("Take the link back<span class=\"hidden\"> to {name}</span>")
    RawString takeBack(String name);

    @English("Make a monitor first; its list is what is shared.")
    String monitorFirst();

    @English("Monitor")
    String monitor();

    @English("For how many days")
    String days();

    @English("Make a link")
    String make();

    @English("Shared from Claimwatch, until {until}")
    RawString sharedFrom(RawString until);

    @English("{total, plural, one{<b>#</b> statement} other{<b>#</b> statements}}")
    RawString total(Number total);

    @English("Nothing matches yet.")
    String nothingYet();

    @English("A link lasts 1 to 366 days.")
    String lasts();

    @English("{n, plural, one{<b>#</b> shared list} other{<b>#</b> shared lists}}")
    RawString lists(Number n);

    @English("the newest {shown} are shown")
    String newest(Number shown);
}
