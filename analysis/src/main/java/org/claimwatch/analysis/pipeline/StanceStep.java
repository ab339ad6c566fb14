package org.claimwatch.analysis.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.claimwatch.analysis.actor.ArticleActors.Named;
import org.claimwatch.analysis.actor.Speaker;
import org.claimwatch.analysis.attribution.Attribution;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStance;
import org.claimwatch.analysis.stance.StanceReader;
import org.claimwatch.analysis.stance.StanceReader.Question;
import org.claimwatch.analysis.stance.StanceReader.Reading;
import org.claimwatch.analysis.stance.Target;
import org.claimwatch.analysis.stance.TargetMentions;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.StanceHolder;
import org.claimwatch.common.statement.TextSpan;

/** Asks for stances where they may be: the speaker's in the statement's content, the outlet's outside all content. */
final class StanceStep {
    /** Below this a stance is unclear, and left out. */
    private static final float SPEAKER = 0.8f;

    /** The outlet is only said to take a side where its words leave little doubt. */
    private static final float OUTLET = 0.85f;

    /** Code points between a cue and the content that it introduces. */
    private static final int NEAR = 12;

    /** Letters that two names share at least where one is made of the other. */
    private static final int ROOT = 4;

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

    /** Whoever has a name in a text may be a target, wherever the text speaks of them. */
    static NamedTargets targets(SegmentedText text, List<Named> actors) {
        return new NamedTargets(TargetMentions.complete(
                text,
                actors.stream()
                        .map(actor -> new Target(actor.name(), actor.mentions()))
                        .toList()));
    }

    /** Whom a speaker belongs to is no target: that somebody puts his own side in a good light is no stance. */
    List<ReadStance> ofSpeaker(SegmentedText text, Attribution attribution, Speaker speaker, NamedTargets targets) {
        List<ReadStance> stances = new ArrayList<>();
        String own = speaker.name() + " " + (speaker.affiliation() == null ? "" : speaker.affiliation());
        for (Target target : targets.within(attribution.content())) {
            if (!shareName(own, target.name()) && targets.mayAsk()) {
                add(StanceHolder.SPEAKER, text, words(attribution), attribution.content(), target, stances);
            }
        }
        return stances;
    }

    /** Whether a word of one name begins like a word of the other: "Karethi Foreign Minister" and "Kareth". */
    private static boolean shareName(String one, String other) {
        return Stream.of(one.split("\\W+"))
                .anyMatch(a -> Stream.of(other.split("\\W+"))
                        .anyMatch(b -> Math.min(a.length(), b.length()) >= ROOT
                                && a.regionMatches(true, 0, b, 0, Math.min(a.length(), b.length()))));
    }

    List<ReadStance> ofOutlet(SegmentedText text, List<Attribution> attributions, NamedTargets targets) {
        List<ReadStance> stances = new ArrayList<>();
        BitSet attributed = new BitSet();
        for (Attribution attribution : attributions) {
            attribution.content().forEach(span -> attributed.set(span.start(), span.end()));
            if (attribution.cue() != null) {
                attributed.set(attribution.cue().start(), attribution.cue().end());
            }
        }
        for (Stretch sentence : text.sentences()) {
            TextSpan span = new TextSpan(sentence.start(), sentence.end());
            // Where any part of an attribution lies in a sentence, not all of its words are the outlet's.
            boolean own = attributed.get(span.start(), span.end()).isEmpty()
                    && text.plain()
                            .substring(span.start(), span.end())
                            .chars()
                            .noneMatch(c -> "“”\"„«»".indexOf(c) >= 0);
            if (own) {
                for (Target target : targets.within(List.of(span))) {
                    if (targets.mayAsk()) {
                        add(StanceHolder.OUTLET, text, List.of(span), List.of(span), target, stances);
                    }
                }
            }
        }
        return stances;
    }

    /** @param about where the target has to be named; whom a cue addresses stands outside */
    private void add(
            StanceHolder holder,
            SegmentedText text,
            List<TextSpan> words,
            List<TextSpan> about,
            Target target,
            List<ReadStance> stances) {
        List<TextSpan> within = target.mentions().stream()
                .filter(mention -> about.stream().anyMatch(mention::overlaps))
                .toList();
        if (within.isEmpty()) {
            return;
        }
        Reading reading = reader.read(text, new Question(holder, words, target.name(), within));
        float least = holder == StanceHolder.SPEAKER ? SPEAKER : OUTLET;
        if (reading.polarity() != Polarity.NEUTRAL && reading.confidence() >= least) {
            stances.add(new ReadStance(target.name(), reading.polarity(), reading.confidence(), reading.evidence()));
        }
    }
}
