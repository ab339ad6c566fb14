package org.claimwatch.web.outlet;

import java.util.List;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.outlet.ImportPlan.Planned;
import org.claimwatch.web.outlet.ListedOutlets.Problem;
import org.claimwatch.web.words.FeedWords;
import org.jspecify.annotations.Nullable;

/**
 * A list of outlets as it would be taken, or what came of taking it.
 *
 * @param outcome null while nobody has confirmed it
 */
public record ImportPage(
        long id,
        String fileName,
        ImportPlan plan,
        @Nullable String outcome,
        @Nullable When taken) {
    private static final int SHOWN = 200;

    public List<Planned> outlets() {
        return plan.outlets().stream().limit(SHOWN).toList();
    }

    public List<Problem> skipped() {
        return plan.skipped().stream().limit(SHOWN).toList();
    }

    public List<Problem> problems() {
        return plan.problems().stream().limit(SHOWN).toList();
    }

    public boolean nothing() {
        return plan.outlets().isEmpty();
    }

    /** What the button does. */
    public String offer() {
        return FeedWords.SAY.add(plan.change());
    }

    public String outletTotal() {
        return Counted.number(plan.outlets().size());
    }

    public String skippedTotal() {
        return Counted.number(plan.skipped().size());
    }

    public String problemTotal() {
        return Counted.number(plan.problems().size());
    }

    public boolean cut() {
        return Math.max(
                        plan.outlets().size(),
                        Math.max(plan.skipped().size(), plan.problems().size()))
                > SHOWN;
    }
}
