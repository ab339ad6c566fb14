package org.claimwatch.analysis.model;

/** Universal part-of-speech tags (Universal Dependencies), {@link #X} where no tagger knows the language. */
public enum Pos {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X;

    /** Part of the core of a noun phrase. */
    public boolean nominal() {
        return this == NOUN || this == PROPN || this == NUM;
    }
}
