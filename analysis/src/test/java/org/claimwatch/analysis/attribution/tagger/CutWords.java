package org.claimwatch.analysis.attribution.tagger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Prints the words of a file's paragraphs, one a line, between tabs: what the attribution encoder learns from besides PolNeAR. */
final class CutWords {
    private CutWords() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Usage: CutWords NEWS.txt");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            // Spans count code points, substrings chars.
            if (line.codePoints().allMatch(Character::isBmpCodePoint)) {
                out.println(TreebankWords.of(line, 0, line.length()).stream()
                        .map(word -> line.substring(word.start(), word.end()))
                        .collect(Collectors.joining("\t")));
            }
        }
        out.flush();
    }
}
