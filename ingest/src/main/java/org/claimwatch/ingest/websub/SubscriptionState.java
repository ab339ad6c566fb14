package org.claimwatch.ingest.websub;

/** How far a subscription has come. */
enum SubscriptionState {
    /** The feed announces a hub that has not been asked yet. */
    WANTED,
    /** The hub was asked and has not asked back yet. */
    REQUESTED,
    ACTIVE,
    /** The hub said no. */
    DENIED,
    /** The lease ran out and was not renewed. */
    LAPSED,
    /** The feed announces this hub no more, or is not polled any more. */
    UNWANTED
}
