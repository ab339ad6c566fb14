package org.claimwatch.web.reading;

/** How often one target is favoured, opposed and treated neutrally. */
public record Position(String target, long favour, long against, long neutral) {}
