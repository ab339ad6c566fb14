package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RelationWords;
import org.claimwatch.analysis.model.RelationWords.Part;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Adds those who take back or support a claim where others, who look for reporting verbs, saw no statement. */
final class Relaters {
    private static final float CONFIDENCE = 0.8f;

    private Relaters() {}

    /** The same in reading order, with those that are added. */
    static List<Attribution> added(SegmentedText text, List<Attribution> others) {
        List<Attribution> found = new ArrayList<>(others);
        for (RelationWords words : RelationWords.of(text)) {
            boolean stated = found.stream()
                    .flatMap(attribution -> attribution.content().stream())
                    .anyMatch(span ->
                            span.start() < words.whole().end() && words.whole().start() < span.end());
            Part subject = words.subject();
            if (!stated && subject != null && isName(text, subject)) {
                found.add(statement(text, words, subject));
            }
        }
        if (found.size() > others.size()) {
            found.sort(Comparator.comparingInt(Attribution::start));
        }
        return found;
    }

    /** Whether its words hold no verb, and so not the start of another clause. */
    private static boolean isName(SegmentedText text, Part subject) {
        return text.tokensIn(new TextSpan(subject.start(), subject.end())).stream()
                .noneMatch(token -> token.pos() == Pos.VERB || token.pos() == Pos.AUX);
    }

    /** The verb is the cue; what stands between it and the claim says what becomes of the claim. */
    private static Attribution statement(SegmentedText text, RelationWords words, Part subject) {
        Token verb = text.tokens().get(text.firstTokenFrom(words.cue().start()));
        Token first = text.tokens().get(text.firstTokenFrom(Math.max(verb.end(), subject.end())));
        return new Attribution(
                span(text, subject.start(), subject.end()),
                new TextSpan(verb.start(), verb.end()),
                List.of(new TextSpan(first.start(), words.claimed().end())),
                StatementForm.INDIRECT,
                List.of(),
                false,
                false,
                CONFIDENCE);
    }

    private static @Nullable TextSpan span(SegmentedText text, int start, int end) {
        List<Token> tokens = text.tokensIn(new TextSpan(start, end)).stream()
                .filter(Token::isWord)
                .toList();
        return tokens.isEmpty()
                ? null
                : new TextSpan(tokens.getFirst().start(), tokens.getLast().end());
    }
}
