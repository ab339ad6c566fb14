package org.claimwatch.analysis.attribution.tagger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.tagger.Tagging.Linked;
import org.claimwatch.analysis.model.AttributionEncoder;
import org.claimwatch.analysis.model.PosTagger;
import org.claimwatch.analysis.model.RoleSpan;
import org.jspecify.annotations.Nullable;

/**
 * Tags a paragraph in two passes: the roles of all its words, then the source and content of each cue that may be one,
 * as PolNeAR (Newell, Margolin and Ruths 2018) annotates them.
 */
public final class AttributionTagger {
    private static final String FIELDS = "attribution-en-1.bin";

    private static final Set<String> FINAL = Set.of(".", "!", "?", "”", "''");

    private final Passes passes;
    private final Linker linker;

    AttributionTagger(Passes passes, Linker linker) {
        this.passes = passes;
        this.linker = linker;
    }

    /** The English tagger: a small fine-tuned encoder. */
    public static AttributionTagger english() {
        EncoderPasses passes = new EncoderPasses(AttributionEncoder.english());
        return new AttributionTagger(passes, passes.linker());
    }

    /**
     * The English tagger that needs no encoder, two conditional random fields over features of words; it is what the
     * encoder is measured against.
     *
     * @param posTagger the one that it was trained with
     */
    public static AttributionTagger fields(PosTagger posTagger) {
        try (InputStream in = AttributionTagger.class.getResourceAsStream(FIELDS)) {
            if (in == null) {
                throw new IllegalStateException("The attribution model is not on the class path: " + FIELDS);
            }
            AttributionModel model = AttributionModel.read(new BufferedInputStream(in));
            return new AttributionTagger(
                    new FieldPasses(model, posTagger), new Linker(model.spanRatings(), model.linkRating()));
        } catch (IOException e) {
            throw new UncheckedIOException("The attribution model cannot be read: " + FIELDS, e);
        }
    }

    /** Tags the words of one paragraph, cut as {@link TreebankWords} does. */
    public Tagging tag(List<String> words) {
        List<RoleSpan> sources = new ArrayList<>();
        List<RoleSpan> cues = new ArrayList<>();
        List<Linked> attributions = new ArrayList<>();
        for (int from = 0, to; from < words.size(); from = to) {
            to = end(words, from, passes.longest());
            Passes.Reading reading = passes.read(words.subList(from, to));
            Tagging part = linker.link(reading.first(), reading.arguments());
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
    private static int end(List<String> words, int from, int longest) {
        if (words.size() - from <= longest) {
            return words.size();
        }
        for (int i = from + longest; i > from + longest / 2; i--) {
            if (FINAL.contains(words.get(i - 1))) {
                return i;
            }
        }
        return from + longest;
    }

    private static @Nullable RoleSpan shiftedOrNull(@Nullable RoleSpan span, int by) {
        return span == null ? null : shifted(span, by);
    }

    private static RoleSpan shifted(RoleSpan span, int by) {
        return new RoleSpan(span.role(), span.start() + by, span.end() + by, span.probability());
    }
}
