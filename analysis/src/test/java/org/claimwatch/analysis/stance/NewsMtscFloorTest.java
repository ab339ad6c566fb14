package org.claimwatch.analysis.stance;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.claimwatch.analysis.support.CommittedFigures;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.TextSpan;
import org.junit.jupiter.api.Test;

/** A floor under stance on those articles of NewsMTSC that training held out, as ./claimwatch evaluate committed it. */
class NewsMtscFloorTest {
    private static final Path TRAIN = Path.of("../../shared/data/stance/newsmtsc/train.jsonl.gz");
    private static final double FLOOR = CommittedFigures.floor("newsmtsc", "macro-F1");

    /** Polarity 2, 4 and 6 of the data. */
    private static final List<Polarity> POLARITIES = List.of(Polarity.AGAINST, Polarity.NEUTRAL, Polarity.FAVOR);

    private final int[] right = new int[POLARITIES.size()];
    private final int[] gold = new int[POLARITIES.size()];
    private final int[] found = new int[POLARITIES.size()];
    private final EncoderStanceReader reader = EncoderStanceReader.standard();

    @Test
    void stance_stays_above_its_floor() throws IOException {
        assumeTrue(
                Files.exists(TRAIN),
                () -> "NewsMTSC is not here, so its floor is not checked: " + TRAIN.toAbsolutePath());
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(TRAIN)), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                JsonNode row = json.readTree(line);
                if (heldOut(row.get("primary_gid").asText())) {
                    String text = row.get("sentence_normalized").asText();
                    row.get("targets").forEach(target -> count(text, target));
                }
            }
        }
        double f1 = Arrays.stream(new int[] {0, 1, 2})
                .mapToDouble(i -> 2.0 * right[i] / (gold[i] + found[i]))
                .average()
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "NewsMTSC held out, macro-F1 %.3f of %d%n",
                f1,
                Arrays.stream(gold).sum());
        assertThat(f1).isGreaterThanOrEqualTo(FLOOR);
    }

    /** As in training/stance/items.py: by article, a tenth of them. */
    private static boolean heldOut(String id) {
        CRC32 crc = new CRC32();
        crc.update(String.join("_", List.of(id.split("_")).subList(0, 3)).getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % 100 < 10;
    }

    private void count(String text, JsonNode target) {
        TextSpan mention =
                new TextSpan(target.get("from").asInt(), target.get("to").asInt());
        Polarity polarity =
                reader.read(text, List.of(mention), mention.cut(text), mention).polarity();
        int label = target.get("polarity").asInt() / 2 - 1;
        gold[label]++;
        found[POLARITIES.indexOf(polarity)]++;
        right[label] += POLARITIES.indexOf(polarity) == label ? 1 : 0;
    }
}
