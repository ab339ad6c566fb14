package org.claimwatch.analysis.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.claimwatch.analysis.claim.ClaimRelater;
import org.claimwatch.analysis.claim.ClaimRelater.Relation;
import org.claimwatch.analysis.claim.EncoderClaimRelater;

/** {@code relate}: whether one English claim says the same as another, supports it or contradicts it. */
public final class Relate {
    private final ClaimRelater relater = new EncoderClaimRelater();

    private Relate() {}

    public static void main(String[] args) {
        List<String> files = JsonLines.files(args, "relate FILE...");
        System.exit(JsonLines.run(files, step()));
    }

    static JsonLines.Step step() {
        return new Relate()::relate;
    }

    private void relate(JsonNode input, ObjectNode output) {
        Relation relation = relater.relate(words(input, "a"), words(input, "b"));
        output.put("relation", relation.kind().name());
        output.putObject("scores")
                .put("SAME_AS", relation.sameAs())
                .put("SUPPORTS", relation.supports())
                .put("CONTRADICTS", relation.contradicts())
                .put("UNRELATED", relation.unrelated());
    }

    private static String words(JsonNode input, String field) {
        String words = JsonLines.required(input, field);
        if (words.isBlank()) {
            throw new IllegalArgumentException("the field \"" + field + "\" is empty");
        }
        return words;
    }
}
