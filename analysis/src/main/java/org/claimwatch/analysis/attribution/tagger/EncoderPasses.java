package org.claimwatch.analysis.attribution.tagger;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.attribution.tagger.FirstReading.Cue;
import org.claimwatch.analysis.model.AttributionEncoder;

/** Both passes by one run of an encoder over the stretch: each cue's arguments are products of what it says of the words. */
final class EncoderPasses implements Passes {
    /** The encoder learnt from stretches of up to 250 pieces of words. */
    private static final int LONGEST = 200;

    private final AttributionEncoder encoder;

    EncoderPasses(AttributionEncoder encoder) {
        this.encoder = encoder;
    }

    /** A linker that trusts this encoder as far as it deserved on articles that it had not seen. */
    Linker linker() {
        List<Rating> spans = new ArrayList<>();
        for (Role role : Role.values()) {
            spans.add(new Rating(encoder.settings("rating." + role.key())));
        }
        return new Linker(spans, new Rating(encoder.settings("rating.link")));
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public Reading read(List<String> words) {
        AttributionEncoder.Words said = encoder.read(Paragraph.normal(words));
        FirstReading first = new FirstReading(said.roles(), words.size());
        List<ArgumentReading> readings = new ArrayList<>();
        for (Cue cue : first.cues().subList(0, Math.min(MOST_CUES, first.cues().size()))) {
            readings.add(new ArgumentReading(cue, 0, words.size(), said.arguments(cue.start(), cue.end())));
        }
        return new Reading(first, readings);
    }
}
