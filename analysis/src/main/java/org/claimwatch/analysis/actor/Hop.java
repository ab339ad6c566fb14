package org.claimwatch.analysis.actor;

import org.claimwatch.common.statement.HopKind;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** One step of a statement's chain. */
public record Hop(HopKind kind, String name, @Nullable TextSpan span) {}
