package org.claimwatch.analysis.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.attribution.Attribution;
import org.claimwatch.analysis.attribution.Attributor;
import org.claimwatch.analysis.attribution.RuleAttributor;
import org.claimwatch.analysis.attribution.TrainedAttributor;
import org.claimwatch.analysis.attribution.tagger.AttributionTagger;
import org.claimwatch.analysis.attribution.tagger.Tagging;
import org.claimwatch.analysis.attribution.tagger.Tagging.Linked;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.model.PosTagger;
import org.claimwatch.analysis.model.RoleSpan;
import org.claimwatch.analysis.pipeline.ArticleReader;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.analysis.segment.Segmenter;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** {@code attribute}: sources, cues and contents, and which belong together; in a text, or in English tokens. */
public final class Attribute {
    /** Asks for the tagger without an encoder, which that one is measured against. */
    private static final String FIELDS = "--fields";

    private final AttributionTagger tagger;
    private final Attributor attributor;
    private final Segmenter segmenter;

    private Attribute(boolean fields) {
        PosTagger english = OpenNlpPosTagger.english();
        tagger = fields ? AttributionTagger.fields(english) : AttributionTagger.english();
        attributor = new TrainedAttributor(tagger, new RuleAttributor());
        segmenter = new RuleSegmenter(Map.of("en", english, "de", OpenNlpPosTagger.german()));
    }

    public static void main(String[] args) {
        List<String> words = new ArrayList<>(List.of(args));
        boolean fields = words.remove(FIELDS);
        List<String> files = JsonLines.files(words.toArray(String[]::new), "attribute [" + FIELDS + "] FILE...");
        System.exit(JsonLines.run(files, step(fields)));
    }

    static JsonLines.Step step(boolean fields) {
        return new Attribute(fields)::attribute;
    }

    private void attribute(JsonNode input, ObjectNode output) {
        Groups groups = new Groups(output);
        if (input.path("sentences").isArray()) {
            attributeTokens(input.path("sentences"), groups);
            return;
        }
        String text = JsonLines.required(input, "text");
        ArticleReader.refuseEndless(text);
        for (Attribution a : attributor.attribute(segmenter.segment(text, null))) {
            groups.link(groups.source(a.source()), groups.cue(a.cue()), a.content());
        }
    }

    /** The tokens are read as they are; a cue that is improbable by itself links a content without being named. */
    private void attributeTokens(JsonNode sentences, Groups groups) {
        List<String> tokens = new ArrayList<>();
        for (JsonNode sentence : sentences) {
            boolean words = sentence.isArray() && sentence.valueStream().allMatch(JsonNode::isTextual);
            if (!words) {
                throw new IllegalArgumentException(
                        "each of the \"sentences\" must be a list of tokens, not " + JsonLines.shortened(sentence));
            }
            sentence.forEach(token -> tokens.add(token.asText()));
        }
        ArticleReader.refuseEndless(String.join(" ", tokens));
        Tagging tagging = tagger.tag(tokens);
        tagging.sources().forEach(source -> groups.source(range(source)));
        tagging.cues().forEach(cue -> groups.cue(range(cue)));
        for (Linked linked : tagging.attributions()) {
            boolean named = linked.cue() != null && tagging.cues().contains(linked.cue());
            groups.link(
                    groups.source(range(linked.source())),
                    groups.cue(named ? range(linked.cue()) : null),
                    linked.content().stream()
                            .map(c -> new TextSpan(c.start(), c.end()))
                            .toList());
        }
    }

    private static @Nullable TextSpan range(@Nullable RoleSpan span) {
        return span == null ? null : new TextSpan(span.start(), span.end());
    }
}
