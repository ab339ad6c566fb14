package org.claimwatch.analysis.model;

import java.util.List;

/** Tells the parts of speech of a sentence's words. */
@FunctionalInterface
public interface PosTagger {
    /** As many tags as words. */
    List<Pos> tag(List<String> words);
}
