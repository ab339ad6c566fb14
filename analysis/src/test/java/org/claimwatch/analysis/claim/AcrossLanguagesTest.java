package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.claimwatch.analysis.claim.ClaimMatcher.Match;
import org.junit.jupiter.api.Test;

/** German and Arabic statements among English claims: what is matched has to be right, and enough has to be matched. */
class AcrossLanguagesTest {
    /** @param claim which English claim it is, or is merely near */
    private record Line(String language, String text, int claim, boolean same, boolean heldOut) {}

    private final List<Known> claims = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    AcrossLanguagesTest() {
        boolean heldOut = false;
        for (String line : resource().split("\n", -1)) {
            String[] parts = line.split("\t", 2);
            if (line.startsWith("---")) {
                heldOut = true;
            } else if (parts.length == 2 && parts[0].equals("en")) {
                claims.add(new Known(claims.size(), Propositions.compared(parts[1], "en")));
            } else if (parts.length == 2) {
                String language = parts[0].replace("xx-", "");
                lines.add(new Line(language, parts[1], claims.size() - 1, !parts[0].startsWith("xx"), heldOut));
            }
        }
    }

    @Test
    void of_the_half_that_was_looked_at() {
        measure(false, 0.8);
    }

    @Test
    void of_the_half_that_was_not() {
        measure(true, 0.8);
    }

    private void measure(boolean heldOut, double least) {
        int right = 0;
        int wanted = 0;
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Line line : lines) {
            if (line.heldOut() != heldOut) {
                continue;
            }
            Optional<Match> match =
                    new OverlapClaimMatcher().match(Propositions.compared(line.text(), line.language()), claims);
            boolean found = match.isPresent() && line.same() && match.get().claim() == line.claim();
            wanted += line.same() ? 1 : 0;
            right += found ? 1 : 0;
            if (match.isPresent() && !found) {
                wrong.add(line.text());
            } else if (line.same() && !found) {
                missed.add(line.text());
            }
        }
        System.out.printf(
                "claims across languages, %s half: %d of %d matched, %d wrong; missed: %s%n",
                heldOut ? "unseen" : "seen", right, wanted, wrong.size(), missed);
        assertThat(wrong).as("statements that were taken for another claim").isEmpty();
        assertThat((double) right / wanted)
                .as("share of the claims that were found")
                .isGreaterThanOrEqualTo(least);
    }

    private static String resource() {
        try (InputStream in =
                Objects.requireNonNull(AcrossLanguagesTest.class.getResourceAsStream("across-languages.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
