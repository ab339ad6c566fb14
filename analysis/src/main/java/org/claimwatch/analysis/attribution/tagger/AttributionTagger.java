package org.claimwatch.analysis.attribution.tagger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.tagger.FirstReading.Cue;
import org.claimwatch.analysis.attribution.tagger.Tagging.Linked;
import org.claimwatch.analysis.model.PosTagger;
import org.claimwatch.analysis.model.RoleSpan;
import org.jspecify.annotations.Nullable;

/**
 * Tags a paragraph in two passes: the roles of all its words, then the source and content of each cue that may be one,
 * as PolNeAR (Newell, Margolin and Ruths 2018) annotates them.
 */
public final class AttributionTagger {
    private static final String RESOURCE = "attribution-en-1.bin";
    /** Longer paragraphs are read in parts, so that memory and time stay in proportion. */
    private static final int LONGEST = 800;

    /** Cues of one part whose arguments are sought; prose has far fewer. */
    private static final int MOST_CUES = 80;

    private static final Set<String> FINAL = Set.of(".", "!", "?", "”", "''");

    private final AttributionModel model;
    private final PosTagger posTagger;
    private final Linker linker;

    AttributionTagger(AttributionModel model, PosTagger posTagger) {
        this.model = model;
        this.posTagger = posTagger;
        this.linker = new Linker(model.spanRatings(), model.linkRating());
    }

    /**
     * The English tagger.
     *
     * @param posTagger the one that it was trained with
     */
    public static AttributionTagger english(PosTagger posTagger) {
        try (InputStream in = AttributionTagger.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The attribution model is not on the class path: " + RESOURCE);
            }
            return new AttributionTagger(AttributionModel.read(new BufferedInputStream(in)), posTagger);
        } catch (IOException e) {
            throw new UncheckedIOException("The attribution model cannot be read: " + RESOURCE, e);
        }
    }

    /** Tags the words of one paragraph, cut as {@link TreebankWords} does. */
    public Tagging tag(List<String> words) {
        List<RoleSpan> sources = new ArrayList<>();
        List<RoleSpan> cues = new ArrayList<>();
        List<Linked> attributions = new ArrayList<>();
        for (int from = 0, to; from < words.size(); from = to) {
            to = end(words, from);
            Tagging part = tagPart(words.subList(from, to));
            int by = from;
            part.sources().forEach(span -> sources.add(shifted(span, by)));
            part.cues().forEach(span -> cues.add(shifted(span, by)));
            part.attributions()
                    .forEach(a -> attributions.add(new Linked(
                            shiftedOrNull(a.source(), by),
                            shiftedOrNull(a.cue(), by),
                            a.content().stream().map(c -> shifted(c, by)).toList(),
                            a.confidence())));
        }
        return new Tagging(sources, cues, attributions);
    }

    /** Where the next part ends: with the paragraph, or after the last sentence that fits. */
    private static int end(List<String> words, int from) {
        if (words.size() - from <= LONGEST) {
            return words.size();
        }
        for (int i = from + LONGEST; i > from + LONGEST / 2; i--) {
            if (FINAL.contains(words.get(i - 1))) {
                return i;
            }
        }
        return from + LONGEST;
    }

    private Tagging tagPart(List<String> words) {
        Context context = new Context(new Paragraph(words, posTagger), model.cueWords());
        FirstReading first = first(context);
        return linker.link(first, arguments(context, first));
    }

    FirstReading first(Context context) {
        return new FirstReading(model.roles().mark(RoleFeatures.of(context)), context.paragraph.length());
    }

    List<ArgumentReading> arguments(Context context, FirstReading first) {
        List<ArgumentReading> readings = new ArrayList<>();
        for (Cue cue : first.cues().subList(0, Math.min(MOST_CUES, first.cues().size()))) {
            Outward outward = new Outward(context.paragraph, first, cue);
            List<int[]> places = new ArgumentFeatures(context, first, cue, outward).places();
            readings.add(new ArgumentReading(cue, outward, model.arguments().mark(places)));
        }
        return readings;
    }

    private static @Nullable RoleSpan shiftedOrNull(@Nullable RoleSpan span, int by) {
        return span == null ? null : shifted(span, by);
    }

    private static RoleSpan shifted(RoleSpan span, int by) {
        return new RoleSpan(span.role(), span.start() + by, span.end() + by, span.probability());
    }
}
