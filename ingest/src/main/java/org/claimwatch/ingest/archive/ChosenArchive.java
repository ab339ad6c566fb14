package org.claimwatch.ingest.archive;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The archive that the configuration asks for: a bucket where one is named, else a folder. */
class ChosenArchive {
    @Produces
    @Singleton
    PageArchive archive(ArchiveConfig config) {
        return config.s3()
                .bucket()
                .<PageArchive>map(bucket -> new BucketArchive(config.s3(), bucket))
                .orElseGet(() -> new FolderArchive(config.folder(), config.keepFree()));
    }

    void close(@Disposes PageArchive archive) {
        archive.close();
    }
}
