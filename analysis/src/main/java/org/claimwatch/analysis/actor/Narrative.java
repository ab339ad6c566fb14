package org.claimwatch.analysis.actor;

import java.util.BitSet;
import java.util.List;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;

/** A text as its own voice tells it: what somebody is said to have said counts for little. */
final class Narrative {
    private static final double QUOTED = 0.1;
    /** A sentence counts as quoted where all but its speaker and cue are somebody's words. */
    private static final int OWN_WORDS = 2;

    private final SegmentedText text;
    private final BitSet said = new BitSet();
    private final double[] passed;
    private final int[] firstVerb;

    /**
     * The narrative of one text.
     *
     * @param contents of its statements
     */
    Narrative(SegmentedText text, List<TextSpan> contents) {
        this.text = text;
        for (TextSpan span : contents) {
            said.set(text.firstTokenFrom(span.start()), text.firstTokenFrom(span.end()));
        }
        int count = text.sentences().size();
        passed = new double[count + 1];
        firstVerb = new int[count];
        for (int s = 0; s < count; s++) {
            Stretch sentence = text.sentences().get(s);
            int own = 0;
            firstVerb[s] = Integer.MAX_VALUE;
            for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
                Token token = text.tokens().get(t);
                boolean tells = !said.get(t) && token.isWord();
                own += tells ? 1 : 0;
                boolean verb = token.pos() == Pos.VERB || token.pos() == Pos.AUX;
                if (tells && verb && firstVerb[s] == Integer.MAX_VALUE) {
                    firstVerb[s] = token.start();
                }
            }
            passed[s + 1] = passed[s] + (own <= OWN_WORDS ? QUOTED : 1);
        }
    }

    /** How many sentences of narrative begin after one offset and up to another. */
    double distance(int from, int to) {
        return passed[sentence(to) + 1] - passed[sentence(from) + 1];
    }

    boolean isSaid(int offset) {
        return said.get(text.firstTokenFrom(offset));
    }

    /** Whether a mention stands before the verb of its sentence, as the subject does. */
    boolean isSubject(TextSpan mention) {
        int s = sentence(mention.start());
        return s < firstVerb.length && mention.start() < firstVerb[s];
    }

    /** Index of the sentence in or before which an offset lies. */
    int sentence(int offset) {
        int low = 0;
        int high = text.sentences().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (text.sentences().get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.max(0, low);
    }
}
