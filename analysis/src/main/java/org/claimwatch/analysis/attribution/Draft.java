package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** A statement while the rules still gather its parts. */
final class Draft {
    @Nullable TextSpan source;

    @Nullable TextSpan cue;

    final List<TextSpan> content = new ArrayList<>();
    final List<TextSpan> relays = new ArrayList<>();
    boolean denies;
    boolean continues;
    float confidence;

    /** Whether its last words are a quotation, which a bare one may go on after. */
    boolean endsQuoted;

    Draft(@Nullable TextSpan source, @Nullable TextSpan cue, float confidence) {
        this.source = source;
        this.cue = cue;
        this.confidence = confidence;
    }

    Draft add(TextSpan span) {
        content.add(span);
        return this;
    }

    Draft addAll(Quotation quotation) {
        content.addAll(quotation.parts());
        endsQuoted = true;
        return this;
    }

    Attribution finish(Forms forms) {
        content.sort(null);
        List<TextSpan> spans = forms.unwrapped(content);
        return new Attribution(source, cue, spans, forms.of(spans), relays, denies, continues, confidence);
    }
}
