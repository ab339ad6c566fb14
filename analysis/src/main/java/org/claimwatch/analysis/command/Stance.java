package org.claimwatch.analysis.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.analysis.stance.EncoderStanceReader;
import org.claimwatch.analysis.stance.StanceReader.Reading;
import org.claimwatch.common.statement.TextSpan;

/** {@code stance}: which side an English text takes towards a target. */
public final class Stance {
    private final EncoderStanceReader reader = EncoderStanceReader.standard();

    private Stance() {}

    public static void main(String[] args) {
        List<String> files = JsonLines.files(args, "stance FILE...");
        System.exit(JsonLines.run(files, step()));
    }

    static JsonLines.Step step() {
        return new Stance()::read;
    }

    private void read(JsonNode input, ObjectNode output) {
        String text = JsonLines.required(input, "text");
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text is empty");
        }
        TextSpan all = new TextSpan(0, text.codePointCount(0, text.length()));
        Reading reading = read(text, all, input.path("target"));
        output.put("polarity", reading.polarity().name());
        output.putObject("scores")
                .put("FAVOR", reading.favor())
                .put("AGAINST", reading.against())
                .put("NEUTRAL", reading.neutral());
    }

    private Reading read(String text, TextSpan all, JsonNode target) {
        if (target.isTextual() && !target.asText().isBlank()) {
            String name = target.asText().strip();
            return reader.read(text, mentions(text, name), name, all);
        }
        if (target.size() == 2 && target.get(0).isInt() && target.get(1).isInt()) {
            int start = target.get(0).asInt();
            int end = target.get(1).asInt();
            if (0 <= start && start < end && end <= all.end()) {
                String name = text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
                return reader.read(text, List.of(new TextSpan(start, end)), name, all);
            }
        }
        throw new IllegalArgumentException(
                "the field \"target\" must be a name or a span [start, end) within the text's " + all.end()
                        + " code points, not " + JsonLines.shortened(target));
    }

    /** A target that the text does not mention by its name has no mention: the text is then asked about the name. */
    private static List<TextSpan> mentions(String text, String name) {
        Matcher matcher = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        List<TextSpan> found = new ArrayList<>();
        int chars = 0;
        int points = 0;
        while (matcher.find()) {
            points += text.codePointCount(chars, matcher.start());
            int length = text.codePointCount(matcher.start(), matcher.end());
            found.add(new TextSpan(points, points + length));
            points += length;
            chars = matcher.end();
        }
        return found;
    }
}
