package org.claimwatch.analysis.model;

/**
 * A paragraph or sentence.
 *
 * @param start first code point
 * @param end the code point after the last
 * @param firstToken index of its first token
 * @param endToken index after its last token
 */
public record Stretch(int start, int end, int firstToken, int endToken) {}
