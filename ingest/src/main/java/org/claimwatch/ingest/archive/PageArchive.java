package org.claimwatch.ingest.archive;

import java.io.IOException;
import java.util.Optional;

/**
 * A place for WARC files, one for each page, so that forgetting a page is deleting a file, on a disk and in an object
 * store alike. Laid end to end they are one valid WARC (WARC 1.1, annex D: each record is a gzip member of its own).
 */
interface PageArchive extends AutoCloseable {
    /** Keeps a file for good, or fails and keeps nothing. The same key again replaces it. */
    void put(String key, byte[] warc) throws IOException;

    /** Empty where there is no such file. */
    Optional<byte[]> get(String key) throws IOException;

    /** Deletes a file; one that is not there is deleted already. */
    void delete(String key) throws IOException;

    /** Deletes every file whose key begins with this folder, such as {@code 17/17042/}. */
    void deleteFolder(String folder) throws IOException;

    @Override
    default void close() {}
}
