package org.claimwatch.ingest.fetch;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/**
 * A request and its answer as they went over the wire, for the archive.
 *
 * @param at when the request was sent
 * @param remote the address that was connected to
 * @param request request line and headers
 * @param response status line and headers, in the order and spelling received; bytes beyond ASCII read as Latin-1
 * @param body what the chunks held, still packed where {@code Content-Encoding} says so
 */
@SuppressWarnings("ArrayRecordComponent") // written once to the archive: copies would only cost memory
public record Exchange(Instant at, InetAddress remote, List<String> request, List<String> response, byte[] body) {}
