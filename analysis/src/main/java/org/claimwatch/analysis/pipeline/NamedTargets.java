package org.claimwatch.analysis.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.claimwatch.analysis.stance.Target;
import org.claimwatch.common.statement.TextSpan;

/** The targets of one text by where they are mentioned, and how many questions about them its reading may still ask. */
final class NamedTargets {
    /** Whoever names more in one breath lists them. */
    private static final int MOST_AT_ONCE = 12;

    /** A long article of many voices needs a third of that. */
    private static final int MOST_QUESTIONS = 400;

    private record Mention(int end, int target) {}

    private final List<Target> targets;
    private final TreeMap<Integer, List<Mention>> mentions = new TreeMap<>();
    private int longest;
    private int asked;

    NamedTargets(List<Target> targets) {
        this.targets = targets;
        for (int i = 0; i < targets.size(); i++) {
            for (TextSpan span : targets.get(i).mentions()) {
                mentions.computeIfAbsent(span.start(), start -> new ArrayList<>())
                        .add(new Mention(span.end(), i));
                longest = Math.max(longest, span.end() - span.start());
            }
        }
    }

    /** Those that are mentioned in some spans, in the order in which the text has them; none of a list of names. */
    List<Target> within(List<TextSpan> spans) {
        SortedSet<Integer> found = new TreeSet<>();
        for (TextSpan span : spans) {
            mentions.subMap(span.start() - longest, true, span.end(), false)
                    .values()
                    .forEach(here -> here.stream()
                            .filter(mention -> mention.end() > span.start())
                            .forEach(mention -> found.add(mention.target())));
        }
        return found.size() > MOST_AT_ONCE
                ? List.of()
                : found.stream().map(targets::get).toList();
    }

    /** Counts a question; false once there were too many. */
    boolean mayAsk() {
        return asked++ < MOST_QUESTIONS;
    }
}
