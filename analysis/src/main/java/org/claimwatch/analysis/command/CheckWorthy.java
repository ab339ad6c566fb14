package org.claimwatch.analysis.command;

import java.util.List;
import org.claimwatch.analysis.checkworthy.CheckWorthiness;
import org.claimwatch.analysis.checkworthy.FeatureCheckWorthiness;

/** {@code check-worthy}: how worthwhile it is to check each sentence. */
public final class CheckWorthy {
    private CheckWorthy() {}

    public static void main(String[] args) {
        List<String> files = JsonLines.files(args, "check-worthy FILE...");
        System.exit(JsonLines.run(files, step()));
    }

    static JsonLines.Step step() {
        CheckWorthiness checkWorthiness = new FeatureCheckWorthiness();
        return (input, output) -> output.put("score", checkWorthiness.score(JsonLines.required(input, "text")));
    }
}
