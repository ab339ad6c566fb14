package org.claimwatch.web.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.layout.When;
import org.jspecify.annotations.Nullable;

/** A claim on one line: what, how widely, from how many origins, and since when. */
public record ClaimLine(Facts facts, When firstSeen) {
    static final float CHECK_WORTHY = 0.5f;

    /**
     * What can be counted of a claim.
     *
     * @param doubtful readings that the machine doubts: they are in none of the other counts but the next
     * @param doubtfulOutlets that carry it by such readings alone
     * @param outlets that carry it
     * @param origins of them, how many have it neither from another outlet, nor in a text that is nearly an earlier one's,
     *     nor word for word like an earlier statement
     */
    public record Facts(
            long id,
            String text,
            @Nullable String language,
            float checkWorthy,
            long asserts,
            long denies,
            long doubtful,
            long outlets,
            long origins,
            long doubtfulOutlets,
            Instant firstSeen,
            Instant lastSeen,
            boolean firstDayOnly,
            String firstOutlet,
            float confidence) {}

    static ClaimLine of(Facts facts, Reader reader) {
        return new ClaimLine(facts, reader.published(facts.firstSeen(), facts.firstDayOnly()));
    }

    public long id() {
        return facts.id();
    }

    public String text() {
        return facts.text();
    }

    public String lang() {
        return facts.language() == null ? "" : facts.language();
    }

    public boolean checkWorthy() {
        return facts.checkWorthy() >= CHECK_WORTHY;
    }

    public boolean contested() {
        return facts.asserts() > 0 && facts.denies() > 0;
    }

    public String outlets() {
        return Counted.of(facts.outlets(), "outlet");
    }

    public String origins() {
        return Counted.of(facts.origins(), "independent origin");
    }

    public String assertions() {
        return Counted.of(facts.asserts(), "statement");
    }

    /** Nobody makes it for certain: every reading of it is doubted. */
    public boolean uncertain() {
        return facts.asserts() + facts.denies() == 0;
    }

    /** Of readings that count nowhere else; null where there are none. */
    public @Nullable String doubtful() {
        if (facts.doubtful() == 0) {
            return null;
        }
        String readings = Counted.of(facts.doubtful(), "doubtful reading");
        if (uncertain()) {
            return "no outlet for certain; %s in %s".formatted(readings, Counted.of(facts.doubtfulOutlets(), "outlet"));
        }
        return facts.doubtfulOutlets() == 0
                ? readings
                : "%s, in %s more".formatted(readings, Counted.of(facts.doubtfulOutlets(), "outlet"));
    }

    /** What is known of its first appearance. */
    public String firstWord() {
        return uncertain() ? "first read in" : "first seen in";
    }

    /** "asserted 9 times, denied twice": whichever there is. */
    public String sides() {
        List<String> sides = new ArrayList<>();
        if (facts.asserts() > 0) {
            sides.add("asserted " + times(facts.asserts()));
        }
        if (facts.denies() > 0) {
            sides.add("denied " + times(facts.denies()));
        }
        return String.join(", ", sides);
    }

    private static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : Counted.number(count) + " times";
    }
}
