package org.claimwatch.ingest.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where fetched pages are kept: in a folder, or in a bucket where one is named. */
@ConfigMapping(prefix = "claimwatch.archive")
public interface ArchiveConfig {
    /** Where pages lie, below the data folder of this installation. Replicas share it. */
    @WithDefault(".claimwatch/archive")
    Path folder();

    /** Bytes that are left free on the folder's disk: an archive must not starve the database beside it. */
    @WithDefault("268435456")
    long keepFree();

    /** How many pages may wait in the database while the archive cannot be written. Beyond it, pages are not kept. */
    @WithDefault("10000")
    int mayWait();

    S3 s3();

    /** A bucket of Amazon S3 or of any server that speaks its protocol. Without versioning, or nothing can be erased. */
    interface S3 {
        Optional<String> bucket();

        /** Put before every key, for a bucket that is not ours alone. */
        Optional<String> prefix();

        /** The server's address; none for Amazon's own. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        /** None for the credentials that the environment provides (AWS_ACCESS_KEY_ID, a role of the machine, …). */
        Optional<String> accessKey();

        Optional<String> secretKey();
    }
}
