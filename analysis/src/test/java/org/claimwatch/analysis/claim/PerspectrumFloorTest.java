package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.claimwatch.analysis.claim.ClaimRelater.Kind;
import org.claimwatch.analysis.support.CommittedFigures;
import org.junit.jupiter.api.Test;

/** A floor under relations on Perspectrum's development claims, as ./claimwatch evaluate committed it. */
class PerspectrumFloorTest {
    private static final Path DEVELOPMENT = Path.of("../../shared/data/stance/perspectrum/dev.jsonl.gz");
    private static final double FLOOR = CommittedFigures.floor("perspectrum", "macro-F1");

    private final Map<Kind, Integer> right = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> gold = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    private final ClaimRelater relater = new EncoderClaimRelater();

    @Test
    void relations_stay_above_their_floor() throws IOException {
        assumeTrue(
                Files.exists(DEVELOPMENT),
                () -> "Perspectrum is not here, so its floor is not checked: " + DEVELOPMENT.toAbsolutePath());
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DEVELOPMENT)), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                JsonNode row = json.readTree(line);
                for (JsonNode perspective : row.get("perspectives")) {
                    count(row.get("claim").asText(), perspective);
                }
            }
        }
        double f1 = (f1(Kind.SUPPORTS) + f1(Kind.CONTRADICTS)) / 2;
        System.out.printf(Locale.ROOT, "Perspectrum dev, macro-F1 %.3f of first wordings%n", f1);
        assertThat(f1).isGreaterThanOrEqualTo(FLOOR);
    }

    /** The first wording stands for all of them, to save time. */
    private void count(String claim, JsonNode perspective) {
        Kind kind = switch (perspective.get("stance3").asText()) {
            case "support" -> Kind.SUPPORTS;
            case "undermine" -> Kind.CONTRADICTS;
            default -> null;
        };
        if (kind != null) {
            Kind read = relater.relate(claim, perspective.get("texts").get(0).asText())
                    .kind();
            gold.merge(kind, 1, Integer::sum);
            found.merge(read, 1, Integer::sum);
            right.merge(kind, read == kind ? 1 : 0, Integer::sum);
        }
    }

    private double f1(Kind kind) {
        return 2.0 * right.getOrDefault(kind, 0) / (gold.getOrDefault(kind, 0) + found.getOrDefault(kind, 0));
    }
}
