package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.actor.RuleActorResolver;
import org.claimwatch.analysis.attribution.JointAttributor;
import org.claimwatch.analysis.attribution.RuleAttributor;
import org.claimwatch.analysis.attribution.TrainedAttributor;
import org.claimwatch.analysis.attribution.tagger.AttributionTagger;
import org.claimwatch.analysis.checkworthy.FeatureCheckWorthiness;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.analysis.stance.LexiconStanceReader;
import org.junit.jupiter.api.Test;

/** A change of reading that keeps the release's name would leave stored texts as they are. */
class AnalysisReleaseTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/claimwatch/analysis");
    private static final Path NAME = RESOURCES.resolve("pipeline/analysis-release.txt");

    @Test
    void the_name_changes_with_what_is_read() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        resources(digest);
        readings(digest);
        String read = HexFormat.of().formatHex(digest.digest()).substring(0, 10);
        assertThat(AnalysisRelease.NAME)
                .as(
                        "What the analysis reads of the sample press, or a resource that it reads by, has changed. So that"
                                + " stored texts are read anew, write this line into analysis/%s: %s-%s",
                        NAME, LocalDate.now(ZoneOffset.UTC), read)
                .endsWith("-" + read);
    }

    /** The encoder's readings may differ from processor to processor; its weights do not. */
    private static void resources(MessageDigest digest) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(RESOURCES)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md") && !file.equals(NAME))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }

    private static void readings(MessageDigest digest) throws IOException {
        ArticleReader reader = readerWithoutEncoder();
        OnlineClaims claims = new OnlineClaims();
        Set<String> outlets = new HashSet<>();
        for (JsonNode article : SamplePress.articles()) {
            JsonNode outlet = article.get("outlet");
            outlets.add(outlet.get("name").asText());
            ArticleReading reading = reader.read(new ArticleToRead(
                    article.get("title").asText(),
                    article.get("text").asText(),
                    outlet.get("language").asText(),
                    OutletNames.of(
                            outlet.get("name").asText(),
                            outlets.stream().sorted().toList()),
                    null));
            reading.statements()
                    .forEach(statement -> digest.update(line(statement, claims).getBytes(StandardCharsets.UTF_8)));
            digest.update((reading.outletStances() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(ReadStatement s, OnlineClaims claims) {
        String claim = s.proposition()
                .map(p -> p.text() + " " + claims.assign(p, s.attribution().denies()))
                .orElse("");
        return "%s %s %s %s %.2f %s %s%n"
                .formatted(
                        s.attribution(),
                        s.speaker(),
                        s.chain(),
                        s.stances(),
                        s.checkWorthy(),
                        claim,
                        s.relation().map(r -> r.kind() + " " + r.claimed()).orElse(""));
    }

    private static ArticleReader readerWithoutEncoder() {
        var english = OpenNlpPosTagger.english();
        var rules = new RuleAttributor();
        return new ArticleReader(
                new RuleSegmenter(Map.of("en", english, "de", OpenNlpPosTagger.german())),
                new JointAttributor(rules, new TrainedAttributor(AttributionTagger.fields(english), rules)),
                new RuleActorResolver(),
                new LexiconStanceReader(),
                new FeatureCheckWorthiness());
    }
}
