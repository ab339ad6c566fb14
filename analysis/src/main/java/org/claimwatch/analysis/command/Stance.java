package org.claimwatch.analysis.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.pipeline.ArticleReader;
import org.claimwatch.analysis.segment.Segmenter;
import org.claimwatch.analysis.stance.LexiconStanceReader;
import org.claimwatch.analysis.stance.StanceReader;
import org.claimwatch.analysis.stance.StanceReader.Reading;
import org.claimwatch.common.statement.StanceHolder;
import org.claimwatch.common.statement.TextSpan;

/** {@code stance}: which side a text takes towards a target. */
public final class Stance {
    private final Segmenter segmenter = ArticleReader.segmenter();
    private final StanceReader reader = new LexiconStanceReader();

    private Stance() {}

    public static void main(String[] args) {
        List<String> files = JsonLines.files(args, "stance FILE...");
        System.exit(JsonLines.run(files, new Stance()::read));
    }

    private void read(JsonNode input, ObjectNode output) {
        SegmentedText text = segmenter.segment(JsonLines.required(input, "text"), "en");
        if (text.plain().isBlank()) {
            throw new IllegalArgumentException("the text is empty");
        }
        TextSpan all = new TextSpan(0, text.plain().length());
        Reading reading =
                reader.read(StanceHolder.SPEAKER, text, List.of(all), mentions(input.path("target"), text, all));
        output.put("polarity", reading.polarity().name());
        output.putObject("scores")
                .put("FAVOR", reading.favor())
                .put("AGAINST", reading.against())
                .put("NEUTRAL", reading.neutral());
    }

    /** A target that the text does not mention by its name is what the whole text is about. */
    private static List<TextSpan> mentions(JsonNode target, SegmentedText text, TextSpan all) {
        if (target.isArray()) {
            return List.of(new TextSpan(target.get(0).asInt(), target.get(1).asInt()));
        }
        String name = target.asText("").toLowerCase(Locale.ROOT);
        String lower = text.plain().toLowerCase(Locale.ROOT);
        List<TextSpan> found = new ArrayList<>();
        for (int at = lower.indexOf(name); !name.isEmpty() && at >= 0; at = lower.indexOf(name, at + 1)) {
            found.add(new TextSpan(at, at + name.length()));
        }
        return found.isEmpty() ? List.of(all) : found;
    }
}
