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
public record Speaker(String name, ActorKind kind, @Nullable String affiliation, float confidence) {
    private static final String GOVERNMENT = "Government of ";

    /** Whether a person belongs to the country whose government a body is: a Ukrainian minister to Ukraine's. */
    public boolean speaksFor(Speaker body) {
        if (kind != ActorKind.PERSON || affiliation == null || !body.name.startsWith(GOVERNMENT)) {
            return false;
        }
        String country = body.name.substring(GOVERNMENT.length());
        String demonym = Places.demonym(country);
        return affiliation.contains(country) || (demonym != null && affiliation.contains(demonym));
    }
}
