package org.claimwatch.analysis.actor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;

/** Learns from a text itself which pronoun its people go by: the one that follows in a sentence with nobody else. */
final class Genders {
    private final SegmentedText text;
    private final Narrative narrative;
    private final Antecedents antecedents;

    Genders(SegmentedText text, Narrative narrative, Antecedents antecedents) {
        this.text = text;
        this.narrative = narrative;
        this.antecedents = antecedents;
    }

    /** Only of those whom no title or given name tells. */
    void learn() {
        Set<Entity> contested = new HashSet<>();
        Set<Entity> learnt = new HashSet<>();
        Entity before = null;
        for (Stretch sentence : text.sentences()) {
            Set<Entity> people = new HashSet<>();
            int from = sentence.start();
            for (Map.Entry<TextSpan, Entity> mention : antecedents
                    .within(new TextSpan(sentence.start(), sentence.end()))
                    .entrySet()) {
                if (mention.getValue().isPerson()) {
                    people.add(mention.getValue());
                    from = Math.max(from, mention.getKey().end());
                }
            }
            boolean nobody = people.isEmpty() && before != null;
            Entity only = people.size() == 1 ? people.iterator().next() : nobody ? before : null;
            Gender gender = only == null ? Gender.UNKNOWN : pronoun(sentence, nobody ? sentence.start() : from);
            if (only != null && gender != Gender.UNKNOWN && (only.gender == Gender.UNKNOWN || learnt.contains(only))) {
                if (only.gender != Gender.UNKNOWN && only.gender != gender) {
                    contested.add(only);
                }
                only.gender = gender;
                learnt.add(only);
            }
            before = people.size() == 1 ? people.iterator().next() : null;
        }
        contested.forEach(entity -> entity.gender = Gender.UNKNOWN);
    }

    /** The first pronoun of the narrative after an offset. */
    private Gender pronoun(Stretch sentence, int from) {
        List<Token> tokens = text.tokensOf(sentence);
        for (Token token : tokens) {
            if (token.start() >= from && !narrative.isSaid(token.start())) {
                Gender gender = Gender.ofPronoun(token.lower());
                if (gender != Gender.UNKNOWN) {
                    return gender;
                }
            }
        }
        return Gender.UNKNOWN;
    }
}
