package org.claimwatch.analysis.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.actor.ArticleActors.Named;
import org.claimwatch.analysis.attribution.Attribution;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStance;
import org.claimwatch.analysis.stance.StanceReader;
import org.claimwatch.analysis.stance.StanceReader.Reading;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.TextSpan;

/** Asks for stances where they may be: the speaker's in the statement's content, the outlet's outside all content. */
final class StanceStep {
    /** Below this a stance is unclear, and left out. */
    private static final float SPEAKER = 0.6f;

    /** The outlet is only said to take a side where its words leave little doubt. */
    private static final float OUTLET = 0.8f;

    /** Code points between a cue and the content that it introduces. */
    private static final int NEAR = 12;

    private final StanceReader reader;

    StanceStep(StanceReader reader) {
        this.reader = reader;
    }

    /** A speaker's words, with the cue that stands right before them: "accused" says more than what follows. */
    static List<TextSpan> words(Attribution attribution) {
        TextSpan cue = attribution.cue();
        TextSpan first = attribution.content().getFirst();
        if (cue == null || cue.end() > first.start() || first.start() - cue.end() > NEAR) {
            return attribution.content();
        }
        List<TextSpan> words = new ArrayList<>(attribution.content());
        words.set(0, new TextSpan(cue.start(), first.end()));
        return words;
    }

    List<ReadStance> ofSpeaker(SegmentedText text, List<TextSpan> words, String speaker, List<Named> actors) {
        List<ReadStance> stances = new ArrayList<>();
        for (Named target : actors) {
            if (!target.name().equals(speaker)) {
                add(text, words, target, SPEAKER, stances);
            }
        }
        return stances;
    }

    List<ReadStance> ofOutlet(SegmentedText text, List<Attribution> attributions, List<Named> actors) {
        List<ReadStance> stances = new ArrayList<>();
        for (Stretch sentence : text.sentences()) {
            TextSpan span = new TextSpan(sentence.start(), sentence.end());
            boolean own = attributions.stream().noneMatch(a -> touches(a, span))
                    && text.plain()
                            .substring(span.start(), span.end())
                            .chars()
                            .noneMatch(c -> "“”\"„«»".indexOf(c) >= 0);
            if (own) {
                actors.forEach(target -> add(text, List.of(span), target, OUTLET, stances));
            }
        }
        return stances;
    }

    /** Whether any part of an attribution lies in a sentence: then not all of its words are the outlet's. */
    private static boolean touches(Attribution attribution, TextSpan sentence) {
        TextSpan cue = attribution.cue();
        return attribution.content().stream().anyMatch(sentence::overlaps) || (cue != null && cue.overlaps(sentence));
    }

    private void add(SegmentedText text, List<TextSpan> words, Named target, float least, List<ReadStance> stances) {
        List<TextSpan> within = target.mentions().stream()
                .filter(mention -> words.stream().anyMatch(mention::overlaps))
                .toList();
        if (within.isEmpty()) {
            return;
        }
        Reading reading = reader.read(text, words, within);
        if (reading.polarity() != Polarity.NEUTRAL && reading.confidence() >= least) {
            stances.add(new ReadStance(target.name(), reading.polarity(), reading.confidence(), reading.evidence()));
        }
    }
}
