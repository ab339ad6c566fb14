package org.claimwatch.web.reading;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As what the matches of a query are shown: each is a view of the same rows, a statement in its article. */
public enum ResultKind {
    STATEMENTS(Statements.FROM, "s.id", "v.id", "s.ordinal"),
    ARTICLES(Articles.FROM, "v.id", "v.id", "0"),
    CLAIMS(Statements.FROM, "c.id", "c.id", "0"),
    STORIES(Articles.FROM + " join story_article ta on ta.article_id = a.id ", "ta.story_id", "ta.story_id", "0");

    final String from;

    /** What is counted. */
    final String unit;

    /** What settles the order of units of one moment. */
    final String major;

    final String minor;

    ResultKind(String from, String unit, String major, String minor) {
        this.from = from;
        this.unit = unit;
        this.major = major;
        this.minor = minor;
    }

    public static ResultKind of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(STATEMENTS);
    }

    /** As addresses and pages say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a query's words are looked for in articles rather than in statements. */
    public boolean inArticles() {
        return this == ARTICLES || this == STORIES;
    }
}
