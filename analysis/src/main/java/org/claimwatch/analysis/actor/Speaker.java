package org.claimwatch.analysis.actor;

import org.claimwatch.common.actor.ActorKind;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks.
 *
 * @param name the canonical name, or the description of an unnamed speaker
 * @param affiliation the organisation that the text connects the speaker with
 * @param confidence 0 to 1
 */
public record Speaker(String name, ActorKind kind, @Nullable String affiliation, float confidence) {}
