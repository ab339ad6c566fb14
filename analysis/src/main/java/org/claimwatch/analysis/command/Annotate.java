package org.claimwatch.analysis.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.actor.ArticleActors.Named;
import org.claimwatch.analysis.actor.Hop;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.actor.Speaker;
import org.claimwatch.analysis.claim.ClaimMatcher.Match;
import org.claimwatch.analysis.pipeline.ArticleReader;
import org.claimwatch.analysis.pipeline.ArticleReading;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadRelation;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStance;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.analysis.pipeline.ArticleToRead;
import org.claimwatch.analysis.pipeline.OnlineClaims;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** {@code annotate}: everything that the analysis reads in articles, in the format of the gold statement sets. */
public final class Annotate {
    private final ArticleReader reader = ArticleReader.standard();
    private final OnlineClaims claims = new OnlineClaims();

    private final Set<String> outlets = new LinkedHashSet<>();

    private Annotate() {}

    public static void main(String[] args) {
        List<String> files = JsonLines.files(args, "annotate FILE...");
        System.exit(JsonLines.run(files, step()));
    }

    static JsonLines.Step step() {
        return new Annotate()::annotate;
    }

    /** The outlets of a batch are known as its articles come. */
    private OutletNames outlets(String own) {
        if (!own.isEmpty()) {
            outlets.add(own);
        }
        return OutletNames.of(own, outlets);
    }

    private void annotate(JsonNode input, ObjectNode output) {
        ArticleReading reading = reader.read(new ArticleToRead(
                input.path("title").asText(""),
                JsonLines.required(input, "text"),
                input.path("language").isTextual()
                        ? input.path("language").asText()
                        : input.path("outlet").path("language").isTextual()
                                ? input.path("outlet").path("language").asText()
                                : null,
                outlets(input.path("outlet").path("name").asText("")),
                null));
        output.put("language", reading.text().language());
        ArrayNode statements = output.putArray("statements");
        for (int i = 0; i < reading.statements().size(); i++) {
            statement(reading.statements().get(i), statements.addObject().put("id", "s" + (i + 1)));
        }
        ArrayNode outletStances = output.putArray("outletStances");
        for (ReadStance stance : reading.outletStances()) {
            stance(stance, outletStances.addObject());
        }
        ArrayNode actors = output.putArray("actors");
        for (int i = 0; i < reading.actors().size(); i++) {
            actor(reading.actors().get(i), actors.addObject().put("id", "a" + (i + 1)));
        }
    }

    private void statement(ReadStatement statement, ObjectNode out) {
        Speaker speaker = statement.speaker();
        ObjectNode who = out.putObject("speaker");
        who.put("name", speaker.name())
                .put("affiliation", speaker.affiliation())
                .put("kind", speaker.kind().name());
        span(statement.attribution().source(), who, "mention");
        who.put("confidence", speaker.confidence());
        span(statement.attribution().cue(), out, "cue");
        spans(statement.attribution().content(), out.putArray("content"));
        out.put("form", statement.attribution().form().name());
        ArrayNode chain = out.putArray("chain");
        for (Hop hop : statement.chain()) {
            ObjectNode link = chain.addObject();
            link.put("kind", hop.kind().name()).put("name", hop.name());
            span(hop.span(), link, "span");
            link.put("confidence", speaker.confidence());
        }
        ArrayNode stances = out.putArray("stances");
        statement.stances().forEach(stance -> stance(stance, stances.addObject()));
        Match match = statement
                .proposition()
                .map(p -> claims.assign(p, statement.attribution().denies()))
                .orElse(null);
        out.put("claim", match == null ? null : "c" + match.claim());
        out.put("polarity", match == null ? null : match.polarity().name());
        out.put("claimConfidence", match == null ? null : match.confidence());
        if (match != null) {
            statement.relation().ifPresent(relation -> relation(relation, match, out.putObject("relation")));
        }
        out.put("checkWorthy", statement.checkWorthy());
        out.put("confidence", statement.attribution().confidence());
    }

    /** Without {@code to} where no earlier claim of the batch is sure to be meant. */
    private void relation(ReadRelation relation, Match by, ObjectNode out) {
        out.put("kind", relation.kind().name());
        span(relation.cue(), out, "cue");
        span(relation.claimed(), out, "content");
        claims.meant(relation.proposition(), by.claim())
                .ifPresent(other -> out.put("to", "c" + other.claim()).put("confidence", other.confidence()));
    }

    private static void stance(ReadStance stance, ObjectNode out) {
        out.put("target", stance.target()).put("polarity", stance.polarity().name());
        span(stance.evidence(), out, "evidence");
        out.put("confidence", stance.confidence());
    }

    private static void actor(Named actor, ObjectNode out) {
        out.put("name", actor.name()).put("kind", actor.kind().name()).put("affiliation", actor.affiliation());
        spans(actor.mentions(), out.putArray("mentions"));
    }

    private static void spans(List<TextSpan> spans, ArrayNode out) {
        spans.forEach(span -> out.addArray().add(span.start()).add(span.end()));
    }

    private static void span(@Nullable TextSpan span, ObjectNode out, String field) {
        if (span == null) {
            out.putNull(field);
        } else {
            out.putArray(field).add(span.start()).add(span.end());
        }
    }
}
