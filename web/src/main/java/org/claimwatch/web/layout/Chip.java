package org.claimwatch.web.layout;

/** One of the conditions that narrow a list, and the same list without it. */
public record Chip(String label, String without) {}
