package org.claimwatch.common.actor;

/** What kind of actor speaks. An UNNAMED speaker ("a customs official") has no {@link Actor}. */
public enum ActorKind {
    PERSON,
    ORGANISATION,
    GROUP,
    UNNAMED
}
