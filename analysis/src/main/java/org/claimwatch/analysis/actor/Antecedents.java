package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Whom a pronoun or role stands for: the nearest who fits, subjects and speakers before others. */
final class Antecedents {
    private static final double SUBJECT = 1.2;
    private static final double OWNER = -0.7;
    private static final double PER_CHARACTER = 0.0005;
    private static final int FAR = 10;
    /** So many mentions are looked back over, however long the text. */
    private static final int MOST = 2_000;

    private record Mention(TextSpan span, Entity entity, boolean speaks) {}

    private final String plain;
    private final Narrative narrative;
    private final NavigableMap<Integer, Mention> mentions = new TreeMap<>();

    Antecedents(String plain, Narrative narrative, List<Entity> entities) {
        this.plain = plain;
        this.narrative = narrative;
        for (Entity entity : entities) {
            entity.mentions.forEach(span -> mentions.putIfAbsent(span.start(), new Mention(span, entity, false)));
        }
    }

    /** Somebody is mentioned, in the narrative, without a name. */
    void add(Entity entity, TextSpan span) {
        mentions.putIfAbsent(span.start(), new Mention(span, entity, false));
    }

    /** Somebody speaks here. */
    void speaks(Entity entity, TextSpan span) {
        mentions.put(span.start(), new Mention(span, entity, true));
    }

    /**
     * The best of those that fit, looking back from an offset.
     *
     * @param liking what speaks for somebody beside place, in sentences
     */
    Optional<Entity> before(int offset, Predicate<Entity> fits, ToDoubleFunction<Entity> liking) {
        Entity best = null;
        double highest = Double.NEGATIVE_INFINITY;
        int seen = 0;
        for (Mention mention : mentions.headMap(offset, false).descendingMap().values()) {
            double distance = narrative.distance(mention.span.end(), offset);
            if (distance > FAR || seen++ > MOST) {
                break;
            }
            if (mention.span.end() > offset
                    || (!mention.speaks && narrative.isSaid(mention.span.start()))
                    || !fits.test(mention.entity)) {
                continue;
            }
            double score = liking.applyAsDouble(mention.entity)
                    - distance
                    - PER_CHARACTER * (offset - mention.span.end())
                    + (mention.speaks || narrative.isSubject(mention.span) ? SUBJECT : 0)
                    + (isOwner(mention.span) ? OWNER : 0);
            if (score > highest) {
                highest = score;
                best = mention.entity;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Batoul's daughter": whoever owns something is less likely spoken of again. */
    private boolean isOwner(TextSpan mention) {
        return plain.startsWith("'s", mention.end()) || plain.startsWith("’s", mention.end());
    }

    /** The latest mentioned of those that fit, however far back; else the first that comes at all. */
    Optional<Entity> latest(int offset, Predicate<Entity> fits) {
        return first(mentions.headMap(offset, false).descendingMap(), fits)
                .or(() -> first(mentions.tailMap(offset, true), fits));
    }

    private static Optional<Entity> first(NavigableMap<Integer, Mention> mentions, Predicate<Entity> fits) {
        return mentions.values().stream()
                .limit(MOST)
                .map(Mention::entity)
                .filter(fits)
                .findFirst();
    }

    /** Whether somebody is mentioned before an offset. */
    boolean isKnown(Entity entity, int offset) {
        return entity.mentions.stream().anyMatch(span -> span.start() < offset);
    }

    /** Whether a mention before an offset is at most so many sentences of narrative away, and nobody else's is. */
    boolean isNear(Entity entity, int offset, double sentences) {
        boolean near = false;
        for (Mention mention : mentions.headMap(offset, false).descendingMap().values()) {
            if (narrative.distance(mention.span.end(), offset) > sentences) {
                break;
            }
            if (!mention.speaks && narrative.isSaid(mention.span.start())) {
                continue;
            }
            if (mention.entity.equals(entity)) {
                near = true;
            } else if (mention.entity.isPerson()) {
                return false;
            }
        }
        return near;
    }

    /** Sentences of narrative since somebody's last mention before an offset. */
    double distance(Entity entity, int offset) {
        return entity.mentions.stream()
                .filter(span -> span.end() <= offset)
                .mapToDouble(span -> narrative.distance(span.end(), offset))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    /** Who is mentioned just there by name, null if nobody is. */
    @Nullable Entity at(TextSpan span) {
        Mention mention = mentions.get(span.start());
        return mention != null && mention.span.equals(span) && !mention.speaks ? mention.entity : null;
    }

    /** Who is mentioned from an offset on, null if nobody is. */
    @Nullable Entity from(int offset) {
        Mention mention = mentions.get(offset);
        return mention == null ? null : mention.entity;
    }

    /** Where the mention from an offset on ends, the offset itself if there is none. */
    int endOf(int offset) {
        Mention mention = mentions.get(offset);
        return mention == null ? offset : mention.span.end();
    }

    /** Who is mentioned within a span, by the places of their names. */
    Map<TextSpan, Entity> within(TextSpan span) {
        Map<TextSpan, Entity> found = new TreeMap<>();
        mentions.subMap(span.start(), true, span.end(), false).values().stream()
                .filter(mention -> mention.span.end() <= span.end())
                .forEach(mention -> found.put(mention.span, mention.entity));
        return found;
    }
}
