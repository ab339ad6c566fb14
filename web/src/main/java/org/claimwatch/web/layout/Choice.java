package org.claimwatch.web.layout;

/** One of several links of which one is where we are. */
public record Choice(String label, String href, boolean current) {}
