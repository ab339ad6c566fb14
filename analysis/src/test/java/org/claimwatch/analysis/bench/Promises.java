package org.claimwatch.analysis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimwatch.analysis.pipeline.ArticleReading;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStance;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;

/** What holds of every reading, whatever the text: the database and the pages rely on it. */
final class Promises {
    private static final String MARKS = "“”„\"«»‘’‚'‹›‟";

    private Promises() {}

    /** The first promise that a reading breaks, empty if it keeps all. */
    static String broken(String text, ArticleReading reading) {
        int length = text.codePointCount(0, text.length());
        for (ReadStatement statement : reading.statements()) {
            String trouble = broken(text, length, statement);
            if (!trouble.isEmpty()) {
                return trouble + ": " + statement.attribution();
            }
        }
        for (ReadStance stance : reading.outletStances()) {
            if (isNoShare(stance.confidence()) || outside(stance.evidence(), length)) {
                return "outlet stance " + stance;
            }
        }
        return reading.actors().stream()
                        .flatMap(actor -> actor.mentions().stream())
                        .anyMatch(span -> outside(span, length))
                ? "a mention outside the text"
                : "";
    }

    private static String broken(String text, int length, ReadStatement statement) {
        var attribution = statement.attribution();
        List<TextSpan> spans = new ArrayList<>(attribution.content());
        Stream.of(attribution.source(), attribution.cue())
                .filter(span -> span != null)
                .forEach(spans::add);
        statement.chain().stream()
                .map(hop -> hop.span())
                .filter(span -> span != null)
                .forEach(spans::add);
        statement.stances().forEach(stance -> spans.add(stance.evidence()));
        if (spans.stream().anyMatch(span -> outside(span, length))) {
            return "a span outside the text";
        }
        if (isNoShare(attribution.confidence())
                || isNoShare(statement.speaker().confidence())
                || isNoShare(statement.checkWorthy())
                || statement.stances().stream().anyMatch(stance -> isNoShare(stance.confidence()))) {
            return "a confidence that is none";
        }
        if (statement.speaker().name().isBlank() || statement.content().isEmpty()) {
            return "a speaker or content without words";
        }
        if (statement.speaker().kind() != ActorKind.UNNAMED
                && statement.speaker().name().indexOf('\0') >= 0) {
            return "a name that no table holds";
        }
        boolean direct = attribution.form() == StatementForm.DIRECT;
        return direct && attribution.content().stream().anyMatch(span -> !isQuoted(text, span))
                ? "DIRECT that stands in no quotation"
                : "";
    }

    /** Before it a mark opens, in whichever paragraph, and no space stands at its ends. */
    private static boolean isQuoted(String text, TextSpan span) {
        String words = span.cut(text);
        String before = text.substring(0, text.offsetByCodePoints(0, span.start()));
        return words.equals(words.strip()) && before.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
    }

    private static boolean outside(TextSpan span, int length) {
        return span.start() < 0 || span.end() > length || span.start() >= span.end();
    }

    private static boolean isNoShare(float confidence) {
        return !(confidence >= 0 && confidence <= 1);
    }
}
