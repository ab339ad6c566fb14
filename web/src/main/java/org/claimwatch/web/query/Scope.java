package org.claimwatch.web.query;

/** In what a query's words are looked for; its fields always hold for one statement and its article. */
public enum Scope {
    /** In the speaker's name, in what was said, and in the claim that it makes. */
    STATEMENT("w.words"),
    /** In the headline and the text of the article. */
    ARTICLE("vw.words");

    private final String column;

    Scope(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
