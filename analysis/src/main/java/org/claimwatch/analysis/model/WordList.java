package org.claimwatch.analysis.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Word lists of this package: words with space between them. */
final class WordList {
    private WordList() {}

    static Set<String> load(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + resource);
            }
            String words = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Set.copyOf(new HashSet<>(Arrays.asList(words.strip().split("\\s+", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
