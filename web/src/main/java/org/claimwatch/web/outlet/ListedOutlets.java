package org.claimwatch.web.outlet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.Ownership;
import org.claimwatch.web.words.FeedWords;
import org.jspecify.annotations.Nullable;

/**
 * A list of outlets from elsewhere, as far as it can be read.
 *
 * @param problems what could not be taken, and where it stands in the file
 */
public record ListedOutlets(List<Listed> outlets, List<Problem> problems) {
    /** More than any catalogue of outlets known to us holds. */
    static final int MOST_OUTLETS = 10_000;

    /** What is wrong with a line of the file. */
    public record Problem(int line, String reason) {}

    /**
     * One of its outlets, every text as it is written there.
     *
     * @param line where it stands, the first line being 1
     */
    public record Listed(
            int line,
            String name,
            String homeUrl,
            String language,
            String country,
            String ownership,
            List<ListedFeed> feeds) {

        /** What is wrong with it; an outlet without a feed is searched for some, so that is not wrong. */
        List<String> problems() {
            List<String> problems = new ArrayList<>(form().imprintProblems());
            if (!ownership.isBlank() && owner() == null) {
                problems.add(FeedWords.SAY.ownerships());
            }
            feeds.stream()
                    .filter(feed -> !OutletForm.isWebAddress(feed.url()))
                    .forEach(feed -> problems.add(FeedWords.SAY.noAddress(feed.url())));
            return problems;
        }

        OutletForm form() {
            var form = new OutletForm();
            form.name = name;
            form.homeUrl = homeUrl;
            form.language = language;
            form.country = country;
            form.ownership = owner() == null ? "" : String.valueOf(owner());
            return form;
        }

        private @Nullable Ownership owner() {
            return Arrays.stream(Ownership.values())
                    .filter(known -> known.name().equals(ownership.strip().toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A feed of one of its outlets. */
    public record ListedFeed(
            String url, @Nullable String title, @Nullable FeedKind kind) {}
}
