package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.attribution.tagger.AttributionTagger;
import org.claimwatch.analysis.attribution.tagger.Tagging;
import org.claimwatch.analysis.attribution.tagger.Tagging.Linked;
import org.claimwatch.analysis.attribution.tagger.TreebankWords;
import org.claimwatch.analysis.model.RoleSpan;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Attribution as a tagger learnt it from English news: wider than {@link RuleAttributor}, for it also finds what
 * somebody is said to believe, want or plan; languages that it has not learnt are left to the rules.
 */
public final class TrainedAttributor implements Attributor {
    private final AttributionTagger tagger;
    private final Attributor rules;

    public TrainedAttributor(AttributionTagger tagger, Attributor rules) {
        this.tagger = tagger;
        this.rules = rules;
    }

    @Override
    public List<Attribution> attribute(SegmentedText text) {
        if (!text.language().equals("en")) {
            return rules.attribute(text);
        }
        Forms forms = new Forms(Quotations.of(text));
        List<Attribution> attributions = new ArrayList<>();
        for (Stretch paragraph : text.paragraphs()) {
            List<TextSpan> words = TreebankWords.of(text.plain(), paragraph.start(), paragraph.end());
            Tagging tagging = tagger.tag(words.stream()
                    .map(word -> text.plain().substring(word.start(), word.end()))
                    .toList());
            for (Linked linked : tagging.attributions()) {
                attributions.add(attribution(linked, words, forms));
            }
        }
        return attributions;
    }

    private static Attribution attribution(Linked linked, List<TextSpan> words, Forms forms) {
        Draft draft = new Draft(
                spanOrNull(linked.source(), words), spanOrNull(linked.cue(), words), (float) linked.confidence());
        linked.content().forEach(content -> draft.add(span(content, words)));
        draft.continues = linked.cue() == null && linked.source() == null;
        return draft.finish(forms);
    }

    private static @Nullable TextSpan spanOrNull(@Nullable RoleSpan span, List<TextSpan> words) {
        return span == null ? null : span(span, words);
    }

    private static TextSpan span(RoleSpan span, List<TextSpan> words) {
        return new TextSpan(
                words.get(span.start()).start(), words.get(span.end() - 1).end());
    }
}
