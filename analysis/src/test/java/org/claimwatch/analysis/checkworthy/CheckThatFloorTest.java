package org.claimwatch.analysis.checkworthy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.claimwatch.analysis.support.CommittedFigures;
import org.junit.jupiter.api.Test;

/** A floor under check-worthiness on CheckThat! 2024's development sentences, as ./claimwatch evaluate committed it. */
class CheckThatFloorTest {
    private static final Path DEVELOPMENT = Path.of("../../shared/data/check-worthy/ct24_en/dev.tsv.gz");

    @Test
    void check_worthiness_stays_above_its_floor() throws IOException {
        assumeTrue(
                Files.exists(DEVELOPMENT),
                () -> "CheckThat! is not here, so its floor is not checked: " + DEVELOPMENT.toAbsolutePath());
        CheckWorthiness checkWorthiness = new FeatureCheckWorthiness();
        int right = 0;
        int found = 0;
        int gold = 0;
        List<String> rows;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DEVELOPMENT)), StandardCharsets.UTF_8))) {
            rows = lines.lines().skip(1).toList();
        }
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            boolean read = checkWorthiness.score(cells[1]) >= 0.5;
            boolean is = cells[2].equals("Yes");
            right += read && is ? 1 : 0;
            found += read ? 1 : 0;
            gold += is ? 1 : 0;
        }
        assertThat(2.0 * right / (found + gold))
                .as("F1 of the check-worthy class")
                .isGreaterThanOrEqualTo(CommittedFigures.floor("check-worthy", "F1 at 0.5"));
    }
}
