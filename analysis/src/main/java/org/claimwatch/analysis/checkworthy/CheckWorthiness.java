package org.claimwatch.analysis.checkworthy;

/** Tells how worthwhile it is to check what a text says. */
@FunctionalInterface
public interface CheckWorthiness {
    /** 0 to 1: factual, verifiable and of public interest. */
    float score(String text);
}
