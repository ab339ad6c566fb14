package org.claimwatch.analysis.model;

/** Takes the features of one place of a sequence. */
public interface FeatureSink {
    /** A feature by name and value. */
    void add(String name, String value);

    /** A feature that joins two values. */
    void add(String name, String value, String other);
}
