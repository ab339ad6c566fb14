package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Brings two readings of one text together: what the rules found, and what the tagger proposes. */
final class Agreement {
    private static final int NONE = -1;
    private static final double SAME = 0.5;
    private static final double ALIKE = 0.3;

    /** The tagger's content is preferred to the rules' where it is this sure of it. */
    private static final float SURE = 0.8f;

    private final SegmentedText text;
    private final List<Attribution> rules;
    private final List<Attribution> proposed;
    private final Proposals proposals;
    private final int[] cueOf;
    private final int[] contentOf;

    Agreement(SegmentedText text, List<Attribution> rules, List<Attribution> proposed) {
        this.text = text;
        this.rules = rules;
        this.proposed = proposed;
        this.proposals = new Proposals(text);
        cueOf = new int[text.tokens().size()];
        contentOf = new int[text.tokens().size()];
        Arrays.fill(cueOf, NONE);
        Arrays.fill(contentOf, NONE);
        for (int k = 0; k < proposed.size(); k++) {
            mark(cueOf, proposed.get(k).cue(), k);
            for (TextSpan span : proposed.get(k).content()) {
                mark(contentOf, span, k);
            }
        }
    }

    private void mark(int[] owner, @Nullable TextSpan span, int k) {
        if (span != null) {
            for (int t : tokens(span)) {
                owner[t] = k;
            }
        }
    }

    /** In reading order; a statement that goes on stays right after the one that it goes on from. */
    List<Attribution> statements() {
        Set<Integer> settled = new HashSet<>();
        List<Attribution> agreed = new ArrayList<>();
        for (Attribution rule : rules) {
            int match = match(rule);
            if (match != NONE) {
                settled.add(match);
            }
            if (match != NONE) {
                agreed.add(both(rule, match));
            } else if (!isMisread(rule)) {
                agreed.add(alone(rule));
            }
        }
        List<Attribution> added = additions(agreed, settled);
        List<Attribution> all = new ArrayList<>();
        int next = 0;
        for (Attribution statement : agreed) {
            while (!statement.continues()
                    && next < added.size()
                    && added.get(next).start() < statement.start()) {
                all.add(added.get(next++));
            }
            all.add(statement);
        }
        all.addAll(added.subList(next, added.size()));
        return all;
    }

    /** The proposal of the same cue, or else of the same content. */
    private int match(Attribution rule) {
        if (rule.cue() != null) {
            int best = NONE;
            for (int t : tokens(rule.cue())) {
                int k = cueOf[t];
                if (k != NONE && (best == NONE || alike(rule, k) > alike(rule, best))) {
                    best = k;
                }
            }
            if (best != NONE) {
                return best;
            }
        }
        for (int k : touched(rule)) {
            if (alike(rule, k) >= SAME) {
                return k;
            }
        }
        return NONE;
    }

    private Set<Integer> touched(Attribution rule) {
        Set<Integer> touched = new HashSet<>();
        for (int t : tokens(rule.content())) {
            if (contentOf[t] != NONE) {
                touched.add(contentOf[t]);
            }
        }
        return touched;
    }

    private double alike(Attribution rule, int k) {
        return jaccard(tokens(rule.content()), tokens(proposed.get(k).content()));
    }

    /** A phrase without a verb, in words that the tagger reads as somebody's: "rejected the draft" in what was said. */
    private boolean isMisread(Attribution rule) {
        return rule.form() == StatementForm.INDIRECT
                && rule.content().stream()
                        .flatMap(span -> text.tokensIn(span).stream())
                        .noneMatch(token -> token.pos() == Pos.VERB || token.pos() == Pos.AUX)
                && rule.cue() != null
                && tokens(rule.cue()).stream().anyMatch(t -> contentOf[t] != NONE);
    }

    /** No other reading supports it; another one may even contradict it. */
    private Attribution alone(Attribution rule) {
        boolean contradicted = !touched(rule).isEmpty();
        float confidence = switch (rule.form()) {
            case DIRECT -> 0.75f;
            case MIXED -> contradicted ? 0.4f : 0.6f;
            case INDIRECT -> contradicted ? 0.35f : 0.55f;
        };
        return with(rule, rule.source(), rule.content(), rule.form(), confidence);
    }

    private Attribution both(Attribution rule, int k) {
        Attribution other = proposed.get(k);
        TextSpan source = proposals.source(rule, other);
        if (alike(rule, k) >= SAME) {
            float confidence = switch (rule.form()) {
                case DIRECT -> 0.97f;
                case MIXED -> 0.92f;
                case INDIRECT -> 0.85f;
            };
            return with(rule, source, rule.content(), rule.form(), confidence);
        }
        TextSpan speaker = rule.source();
        boolean named = speaker != null
                && other.content().stream()
                        .allMatch(span -> speaker.start() <= span.start() && span.end() <= speaker.end());
        boolean prefer =
                rule.form() != StatementForm.DIRECT && other.confidence() >= SURE && !named && !holdsOthers(rule, k);
        List<TextSpan> content = prefer ? proposals.content(other) : List.of();
        return content.isEmpty()
                ? with(rule, source, rule.content(), rule.form(), 0.6f)
                : with(rule, source, content, proposals.form(content), 0.75f);
    }

    /** "said that … and that …" is two statements by rule and one content to the tagger. */
    private boolean holdsOthers(Attribution rule, int k) {
        return rules.stream()
                .anyMatch(other -> !other.equals(rule)
                        && other.cue() != null
                        && other.cue().equals(rule.cue())
                        && other.content().stream()
                                .anyMatch(span -> tokens(span).stream().anyMatch(t -> contentOf[t] == k)));
    }

    private List<Attribution> additions(List<Attribution> agreed, Set<Integer> settled) {
        Map<Integer, List<Attribution>> at = new LinkedHashMap<>();
        for (Attribution statement : agreed) {
            for (int t : tokens(statement.content())) {
                at.computeIfAbsent(t, x -> new ArrayList<>(1)).add(statement);
            }
        }
        List<Attribution> added = new ArrayList<>();
        for (int k = 0; k < proposed.size(); k++) {
            Attribution proposal = settled.contains(k) ? null : proposals.worthwhile(proposed.get(k));
            if (proposal != null && isNew(proposal, at)) {
                added.add(proposal);
            }
        }
        return added;
    }

    private boolean isNew(Attribution proposal, Map<Integer, List<Attribution>> at) {
        Set<Attribution> near = new HashSet<>();
        for (int t : tokens(proposal.content())) {
            near.addAll(at.getOrDefault(t, List.of()));
        }
        return near.stream().allMatch(other -> jaccard(tokens(proposal.content()), tokens(other.content())) < ALIKE);
    }

    private static Attribution with(
            Attribution rule, @Nullable TextSpan source, List<TextSpan> content, StatementForm form, float confidence) {
        return new Attribution(
                source, rule.cue(), content, form, rule.relays(), rule.denies(), rule.continues(), confidence);
    }

    private Set<Integer> tokens(List<TextSpan> spans) {
        Set<Integer> all = new HashSet<>();
        spans.forEach(span -> all.addAll(tokens(span)));
        return all;
    }

    private List<Integer> tokens(TextSpan span) {
        List<Integer> found = new ArrayList<>();
        for (int t = text.firstTokenFrom(span.start());
                t < text.tokens().size() && text.tokens().get(t).end() <= span.end();
                t++) {
            if (text.tokens().get(t).isWord()) {
                found.add(t);
            }
        }
        return found;
    }

    private static double jaccard(Set<Integer> a, Set<Integer> b) {
        long both = a.stream().filter(b::contains).count();
        return both == 0 ? 0 : (double) both / (a.size() + b.size() - both);
    }
}
