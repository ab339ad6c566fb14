package org.claimwatch.analysis.attribution.tagger;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.claimwatch.analysis.model.RoleSpan;
import org.claimwatch.analysis.support.CommittedFigures;
import org.junit.jupiter.api.Test;

/** Floors under exact spans on PolNeAR's development articles, as ./claimwatch evaluate committed them. */
class PolnearFloorTest {
    private static final Path DEVELOPMENT = Path.of("../../shared/data/attribution/polnear/cofenet_valid.jsonl.gz");

    private final int[] right = new int[Role.values().length];
    private final int[] wrong = new int[Role.values().length];
    private final int[] missed = new int[Role.values().length];

    @Test
    void exact_spans_stay_above_their_floors() throws IOException {
        assumeTrue(
                Files.exists(DEVELOPMENT),
                () -> "PolNeAR is not here, so its floors are not checked: " + DEVELOPMENT.toAbsolutePath());
        AttributionTagger tagger = AttributionTagger.english();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DEVELOPMENT)), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                JsonNode paragraph = json.readTree(line);
                List<String> words = new ArrayList<>();
                paragraph.get("tokens").forEach(token -> words.add(token.asText()));
                count(gold(paragraph.get("labels")), tagger.tag(words));
            }
        }
        for (Role role : Role.values()) {
            int k = role.number();
            double f1 = 2.0 * right[k] / (2 * right[k] + wrong[k] + missed[k]);
            System.out.printf(Locale.ROOT, "PolNeAR dev, exact %s F1 %.3f%n", role, f1);
            assertThat(f1)
                    .as("exact F1 of %s", role)
                    .isGreaterThanOrEqualTo(CommittedFigures.floor(
                            "polnear-spans", "%s exact F1".formatted(role.name().toLowerCase(Locale.ROOT))));
        }
    }

    private void count(Set<List<Integer>> gold, Tagging tagging) {
        Set<List<Integer>> found = new HashSet<>();
        tagging.sources().forEach(span -> found.add(key(span)));
        tagging.cues().forEach(span -> found.add(key(span)));
        tagging.attributions().forEach(a -> a.content().forEach(span -> found.add(key(span))));
        found.forEach(span -> (gold.contains(span) ? right : wrong)[span.getFirst()]++);
        gold.stream().filter(span -> !found.contains(span)).forEach(span -> missed[span.getFirst()]++);
    }

    private static List<Integer> key(RoleSpan span) {
        return List.of(span.role(), span.start(), span.end());
    }

    private static Set<List<Integer>> gold(JsonNode labels) {
        Set<List<Integer>> spans = new HashSet<>();
        for (int start = 0; start < labels.size(); start++) {
            String label = labels.get(start).asText();
            if (label.startsWith("B-")) {
                int end = start + 1;
                while (end < labels.size() && labels.get(end).asText().equals("I-" + label.substring(2))) {
                    end++;
                }
                spans.add(List.of(
                        Role.valueOf(label.substring(2).toUpperCase(Locale.ROOT))
                                .number(),
                        start,
                        end));
            }
        }
        return spans;
    }
}
