package org.claimwatch.analysis.claim;

import java.util.List;
import org.claimwatch.analysis.model.Classifier.Task;
import org.claimwatch.analysis.model.OnnxEncoder;

/** Relates English propositions with the fine-tuned encoder. */
public final class EncoderClaimRelater implements ClaimRelater {
    private final OnnxEncoder encoder = OnnxEncoder.english();

    @Override
    public Relation relate(String claim, String other) {
        double[] answer = encoder.classify(Task.RELATE, List.of(encoder.inputs().pair(claim.strip(), other.strip())))
                .getFirst();
        return new Relation(answer[0], answer[1], answer[2], answer[3]);
    }
}
