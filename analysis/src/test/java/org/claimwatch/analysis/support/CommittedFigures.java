package org.claimwatch.analysis.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The figures that {@code ./claimwatch evaluate} committed, so that tests and evaluation hold the same floors. */
public final class CommittedFigures {
    private static final Path FILE = Path.of("evaluation.tsv");
    private static final int FLOOR = 5;

    private CommittedFigures() {}

    /** The least that a figure may fall to. */
    public static double floor(String set, String metric) {
        try {
            for (String line : Files.readAllLines(FILE)) {
                String[] cells = line.split("\t", -1);
                if (cells.length > FLOOR && cells[0].equals(set) && cells[1].equals(metric)) {
                    return Double.parseDouble(cells[FLOOR]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("analysis/evaluation.tsv has no line " + set + ", " + metric);
    }
}
