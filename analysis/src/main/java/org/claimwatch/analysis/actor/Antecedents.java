package org.claimwatch.analysis.actor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;

/** Whom a pronoun or role stands for: the nearest who fits, subjects and speakers before others. */
final class Antecedents {
    private static final double SUBJECT = 1.2;
    private static final double SPOKE = 0.5;
    private static final int FAR = 10;

    private final SegmentedText text;
    private final List<TextSpan> said;

    /**
     * Antecedents in one text.
     *
     * @param said the contents of its statements, which the narrative passes over
     */
    Antecedents(SegmentedText text, List<TextSpan> said) {
        this.text = text;
        this.said = said;
    }

    /** The best of those that fit, looking back from an offset. */
    Optional<Entity> before(int offset, List<Entity> entities, List<TextSpan> sources, Predicate<Entity> fits) {
        Entity best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (Entity entity : entities) {
            if (!fits.test(entity)) {
                continue;
            }
            for (TextSpan mention : entity.mentions) {
                if (mention.end() > offset || isSaid(mention)) {
                    continue;
                }
                double distance = distance(mention.end(), offset);
                double score = -distance + (isSubject(mention) ? SUBJECT : 0) + (sources.contains(mention) ? SPOKE : 0);
                if (distance <= FAR && (score > highest || (score == highest && isLater(entity, best, offset)))) {
                    highest = score;
                    best = entity;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isLater(Entity entity, @org.jspecify.annotations.Nullable Entity other, int offset) {
        return other == null || entity.lastBefore(offset) > other.lastBefore(offset);
    }

    /** The latest mentioned of those that fit, however far back; else the first that comes at all. */
    static Optional<Entity> latest(int offset, List<Entity> entities, Predicate<Entity> fits) {
        return entities.stream().filter(fits).max(Comparator.comparingInt(e -> e.lastBefore(offset)));
    }

    private boolean isSaid(TextSpan mention) {
        return said.stream().anyMatch(s -> s.start() <= mention.start() && mention.end() <= s.end());
    }

    /** How many sentences of narrative begin between two offsets. */
    private double distance(int from, int to) {
        double count = 0;
        for (Stretch sentence : text.sentences()) {
            if (sentence.start() >= from && sentence.start() <= to) {
                TextSpan span = new TextSpan(sentence.start(), sentence.end());
                boolean quoted =
                        said.stream().anyMatch(s -> s.start() <= span.start() + 1 && span.end() <= s.end() + 2);
                count += quoted ? 0.1 : 1;
            }
        }
        return count;
    }

    /** Whether nothing but a title, a place or a time stands before it in its sentence. */
    private boolean isSubject(TextSpan mention) {
        for (Stretch sentence : text.sentences()) {
            if (sentence.start() <= mention.start() && mention.start() < sentence.end()) {
                return text.tokensOf(sentence).stream()
                        .takeWhile(t -> t.start() < mention.start())
                        .map(Token::pos)
                        .noneMatch(p -> p == Pos.VERB || p == Pos.AUX);
            }
        }
        return false;
    }
}
