package org.claimwatch.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code ./claimwatch backup} and {@code restore}: the database's files and the archived pages of this machine's stack, copied
 * while it is stopped, with a checksum for each file.
 */
public final class Backup {
    private static final String SUMS = "SHA256SUMS";
    private static final List<String> KEPT = List.of("postgres", "postgres.whole", "archive");

    private final Folders folders;

    public Backup(Folders folders) {
        this.folders = folders;
    }

    public static void main(String[] arguments) {
        Backup backup = new Backup(Folders.ofProject(Path.of("").toAbsolutePath()));
        try {
            if (arguments.length == 2 && arguments[0].equals("backup")) {
                int files = backup.to(Path.of(arguments[1]));
                System.out.printf("Kept %d files in %s.%n", files, arguments[1]);
            } else if (arguments.length == 2 && arguments[0].equals("restore")) {
                int files = backup.from(Path.of(arguments[1]));
                System.out.printf("Restored %d files; ./claimwatch run starts with them.%n", files);
            } else {
                throw new CannotRun("say ./claimwatch backup FOLDER or ./claimwatch restore FOLDER.");
            }
        } catch (CannotRun | IOException e) {
            System.err.println("claimwatch: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Copies the data into a new folder.
     *
     * @return how many files
     * @throws CannotRun when the stack runs, there are no data, or the folder holds something
     */
    public int to(Path folder) throws IOException {
        if (!Files.exists(folders.postgres())) {
            throw new CannotRun("There are no data in " + folders.data() + "; nothing to keep.");
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new CannotRun(folder + " holds something already; name a new folder.");
        }
        try (DataLock _ = DataLock.of(folders.data())) {
            Files.createDirectories(folder);
            for (String kept : KEPT) {
                copy(folders.data().resolve(kept), folder.resolve(kept));
            }
            Map<String, String> sums = sums(folders.data());
            if (!sums.equals(sums(folder))) {
                throw new CannotRun("What was copied to " + folder
                        + " differs from what it was copied from; look at its" + " disk and try again.");
            }
            StringBuilder lines = new StringBuilder();
            // The form that sha256sum -c reads.
            sums.forEach(
                    (file, sum) -> lines.append(sum).append("  ").append(file).append('\n'));
            Files.writeString(folder.resolve(SUMS), lines, StandardCharsets.UTF_8);
            return sums.size();
        }
    }

    /**
     * Puts a copy in the place of the data, which must be gone.
     *
     * @return how many files
     * @throws CannotRun when a file of the copy is not as it was kept, or data are there
     */
    public int from(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(SUMS))) {
            throw new CannotRun(folder + " is no backup: it has no " + SUMS + ".");
        }
        Map<String, String> kept = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(SUMS))) {
            kept.put(line.substring(66), line.substring(0, 64));
        }
        if (!sums(folder).equals(kept)) {
            throw new CannotRun(
                    folder + " is not as it was kept: sha256sum -c " + SUMS + " names the files. Take another.");
        }
        if (Files.exists(folders.postgres())) {
            throw new CannotRun("There are data in " + folders.data()
                    + ". Move its folders postgres and archive away, then restore.");
        }
        Files.createDirectories(folders.data());
        try (DataLock _ = DataLock.of(folders.data())) {
            for (String each : KEPT) {
                copy(folder.resolve(each), folders.data().resolve(each));
            }
        }
        return kept.size();
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                // With its permissions: PostgreSQL starts on no folder that others may read.
                Files.copy(
                        path,
                        to.resolve(from.relativize(path).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES,
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Map<String, String> sums(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        for (String kept : KEPT) {
            Path from = folder.resolve(kept);
            if (!Files.exists(from)) {
                continue;
            }
            try (Stream<Path> paths = Files.walk(from)) {
                paths.filter(Files::isRegularFile)
                        .forEach(it -> sums.put(folder.relativize(it).toString(), sum(it)));
            }
        }
        return sums;
    }

    private static String sum(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
