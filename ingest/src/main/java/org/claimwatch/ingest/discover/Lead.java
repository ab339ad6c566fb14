package org.claimwatch.ingest.discover;

import org.claimwatch.common.outlet.CandidateOrigin;

/** An address that may be a feed, and where it was met. */
record Lead(String url, CandidateOrigin origin) {}
