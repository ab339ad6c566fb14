package org.claimwatch.web.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** As what the matches of a query are shown: each is a view of the same rows, a statement in its article. */
public enum ResultKind {
    STATEMENTS(Statements.FROM, "told.statement_id", "told.article_version_id", "told.ordinal"),
    ARTICLES(Articles.FROM, "told.article_version_id", "told.article_version_id", "0"),
    CLAIMS(Statements.FROM, "told.claim_id", "told.claim_id", "0"),
    STORIES(Articles.FROM, "told.story_id", "told.story_id", "0");

    private static final Pattern OF_STATEMENTS = Pattern.compile("\\b(s|cs|c)\\.");

    private final String from;

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

    /** Where units are looked for: an article is met once for each of its statements only where these are asked about. */
    String from(String asked) {
        return inArticles() && !OF_STATEMENTS.matcher(asked).find() ? Articles.ALONE : from;
    }

    /** Whether no unit is met twice there. */
    boolean single(String from) {
        return this == STATEMENTS || (this == ARTICLES && from.equals(Articles.ALONE));
    }

    public static ResultKind of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(STATEMENTS);
    }

    /** Whose total says how many rows are looked at for these units. */
    public ResultKind matched() {
        return inArticles() ? ARTICLES : STATEMENTS;
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
