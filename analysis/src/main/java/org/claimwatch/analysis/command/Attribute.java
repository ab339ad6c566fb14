package org.claimwatch.analysis.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.attribution.Attribution;
import org.claimwatch.analysis.attribution.Attributor;
import org.claimwatch.analysis.attribution.RuleAttributor;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.analysis.pipeline.ArticleReader;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** {@code attribute}: sources, cues and contents, and which belong together; in a text, or in tokens. */
public final class Attribute {
    private final RuleSegmenter segmenter = ArticleReader.segmenter();
    private final Attributor attributor = new RuleAttributor();

    private Attribute() {}

    public static void main(String[] args) {
        List<String> files = JsonLines.files(args, "attribute FILE...");
        System.exit(JsonLines.run(files, new Attribute()::attribute));
    }

    private void attribute(JsonNode input, ObjectNode output) {
        boolean tokens = input.path("sentences").isArray();
        SegmentedText text = tokens
                ? segmenter.segmentTokens(sentences(input.path("sentences")), "en")
                : segmenter.segment(JsonLines.required(input, "text"), null);
        ArrayNode sources = output.putArray("sources");
        ArrayNode cues = output.putArray("cues");
        ArrayNode contents = output.putArray("contents");
        ArrayNode links = output.putArray("links");
        List<List<TextSpan>> known = new ArrayList<>();
        List<List<TextSpan>> knownCues = new ArrayList<>();
        for (Attribution attribution : attributor.attribute(text)) {
            Offsets offsets = tokens ? new Offsets(text) : new Offsets(null);
            int source = add(one(attribution.source()), known, sources, offsets);
            int cue = add(one(attribution.cue()), knownCues, cues, offsets);
            offsets.write(attribution.content(), contents.addArray());
            ArrayNode link = links.addArray();
            index(source, link);
            index(cue, link);
            link.add(contents.size() - 1);
        }
    }

    private static List<TextSpan> one(@Nullable TextSpan span) {
        return span == null ? List.of() : List.of(span);
    }

    private static void index(int index, ArrayNode link) {
        if (index < 0) {
            link.addNull();
        } else {
            link.add(index);
        }
    }

    /** The place of some spans in the output, where they are added once. */
    private static int add(List<TextSpan> spans, List<List<TextSpan>> known, ArrayNode out, Offsets offsets) {
        if (spans.isEmpty()) {
            return -1;
        }
        if (!known.contains(spans)) {
            known.add(spans);
            offsets.write(spans, out.addArray());
        }
        return known.indexOf(spans);
    }

    private static List<List<String>> sentences(JsonNode input) {
        List<List<String>> sentences = new ArrayList<>();
        for (JsonNode sentence : input) {
            List<String> tokens = new ArrayList<>();
            sentence.forEach(token -> tokens.add(token.asText()));
            sentences.add(tokens);
        }
        return sentences;
    }

    /** Counts as the input did: tokens of a text, or code points where there is none. */
    private record Offsets(@Nullable SegmentedText text) {
        void write(List<TextSpan> spans, ArrayNode out) {
            for (TextSpan span : spans) {
                if (text == null) {
                    out.addArray().add(span.start()).add(span.end());
                    continue;
                }
                List<Token> tokens = text.tokensIn(span);
                int first = text.firstTokenFrom(span.start());
                out.addArray().add(first).add(first + tokens.size());
            }
        }
    }
}
