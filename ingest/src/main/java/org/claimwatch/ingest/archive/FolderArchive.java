package org.claimwatch.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps pages in a folder: each file is there whole or not at all, whenever the power fails. */
final class FolderArchive implements PageArchive {
    private final Path root;
    private final long keepFree;

    /** @param keepFree bytes to leave on the disk */
    FolderArchive(Path root, long keepFree) {
        this.root = root.toAbsolutePath().normalize();
        this.keepFree = keepFree;
    }

    @Override
    public void put(String key, byte[] warc) throws IOException {
        Path file = file(key);
        Path folder = file.resolveSibling(".");
        Files.createDirectories(folder);
        demandRoom(folder, warc.length);
        Path part = file.resolveSibling(UUID.randomUUID() + ".part");
        try {
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(warc);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        // The new name is on disk only when the folder that lists it is.
        try (FileChannel listing = FileChannel.open(folder, StandardOpenOption.READ)) {
            listing.force(true);
        }
    }

    private void demandRoom(Path folder, int bytes) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() - bytes < keepFree) {
            throw new IOException(
                    "the disk of %s has %d MB left, and %d are to stay free (claimwatch.archive.keep-free)"
                            .formatted(root, disk.getUsableSpace() >> 20, keepFree >> 20));
        }
    }

    @Override
    public Optional<byte[]> get(String key) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(key)));
        } catch (NoSuchFileException e) {
            // A folder that is gone altogether is a disk that is away, and no answer about one page.
            if (!Files.isDirectory(root)) {
                throw new IOException("the archive's folder " + root + " is not there", e);
            }
            return Optional.empty();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Path file = file(key);
        if (Files.deleteIfExists(file)) {
            dropIfEmpty(file.getParent());
        }
    }

    @Override
    public void deleteFolder(String folder) throws IOException {
        Path below = file(folder + "x").getParent();
        if (below == null || !Files.isDirectory(below)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(below)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    private static void dropIfEmpty(@org.jspecify.annotations.Nullable Path folder) throws IOException {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder);
        } catch (java.nio.file.DirectoryNotEmptyException e) {
            return;
        }
    }

    private Path file(String key) throws IOException {
        Path file = root.resolve(key).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException("no key of this archive: " + key);
        }
        return file;
    }
}
