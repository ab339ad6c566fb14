package org.claimwatch.analysis.model;

/**
 * Turns a score into how often what has it is right: a logistic curve (Platt 1999) whose two figures were fitted on
 * labelled data and stand where it is used.
 */
public record Calibration(double slope, double offset) {
    /** Between 0 and 1. */
    public float of(double score) {
        return (float) (1 / (1 + Math.exp(-(slope * score + offset))));
    }
}
