package org.claimwatch.web.api;

import java.util.List;
import org.claimwatch.web.reading.Decision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That an actor or a claim is another, or a part of it is.
 *
 * @param subject actors or claims
 * @param split whether only a part of what was read as the one is the other
 * @param opposite whether the one claim says the opposite of the other
 * @param share how many articles or statements a split takes
 * @param by null where it was somebody of another team
 * @param undone when it was taken back; null while it counts
 */
@Schema(name = "Decision")
public record DecisionItem(
        long id,
        String subject,
        boolean split,
        boolean opposite,
        ThingItem from,
        ThingItem to,
        long share,
        @Schema(nullable = true) @Nullable String by,
        String at,
        @Schema(nullable = true) @Nullable String undone) {

    /** An actor by its name, or a claim by its wording. */
    @Schema(name = "Thing")
    public record ThingItem(long id, String words) {}

    /** What people decided about one actor or claim, the newest first; what was undone is left out, as on its page. */
    @Schema(name = "Decisions")
    public record DecisionItems(List<DecisionItem> items) {
        public static DecisionItems of(List<Decision> all) {
            return new DecisionItems(all.stream()
                    .filter(decision -> decision.undone() == null)
                    .map(DecisionItem::of)
                    .toList());
        }
    }

    public static DecisionItem of(Decision decision) {
        return new DecisionItem(
                decision.id(),
                decision.subject(),
                decision.split(),
                decision.turned(),
                new ThingItem(decision.from().id(), decision.from().words()),
                new ThingItem(decision.to().id(), decision.to().words()),
                decision.share(),
                decision.by(),
                decision.at().iso(),
                decision.undone() == null ? null : decision.undone().iso());
    }
}
