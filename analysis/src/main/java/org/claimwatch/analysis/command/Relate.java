package org.claimwatch.analysis.command;

/** {@code relate}: whether one claim supports or contradicts another; not to be had yet. */
public final class Relate {
    private Relate() {}

    public static void main(String[] args) {
        System.err.println("relate is not finished: nothing here can yet tell support from contradiction.");
        System.exit(2);
    }
}
