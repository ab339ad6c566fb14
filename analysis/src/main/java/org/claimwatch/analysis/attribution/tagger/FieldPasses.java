package org.claimwatch.analysis.attribution.tagger;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.attribution.tagger.FirstReading.Cue;
import org.claimwatch.analysis.model.PosTagger;

/** Both passes by conditional random fields over features of words, the second once for each cue. */
final class FieldPasses implements Passes {
    private static final int LONGEST = 800;

    private final AttributionModel model;
    private final PosTagger posTagger;

    FieldPasses(AttributionModel model, PosTagger posTagger) {
        this.model = model;
        this.posTagger = posTagger;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public Reading read(List<String> words) {
        Context context = new Context(new Paragraph(words, posTagger), model.cueWords());
        FirstReading first = new FirstReading(model.roles().mark(RoleFeatures.of(context)), context.paragraph.length());
        List<ArgumentReading> readings = new ArrayList<>();
        for (Cue cue : first.cues().subList(0, Math.min(MOST_CUES, first.cues().size()))) {
            Outward outward = new Outward(context.paragraph, first, cue);
            List<int[]> places = new ArgumentFeatures(context, first, cue, outward).places();
            readings.add(new ArgumentReading(
                    cue, outward.start, outward.end, model.arguments().mark(places)));
        }
        return new Reading(first, readings);
    }
}
