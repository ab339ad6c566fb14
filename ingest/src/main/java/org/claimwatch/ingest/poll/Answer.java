package org.claimwatch.ingest.poll;

import org.claimwatch.ingest.feed.ParsedFeed;

/** What a visit to a feed brought, read outside any transaction. */
sealed interface Answer {
    /** "Not modified", or the very body that came last time. */
    record Same() implements Answer {}

    record Read(ParsedFeed feed) implements Answer {}

    record Nothing(Trouble trouble) implements Answer {}
}
