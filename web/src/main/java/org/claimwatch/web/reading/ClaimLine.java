package org.claimwatch.web.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.ReadingWords;
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
        return CountWords.SAY.outlets(facts.outlets());
    }

    public String origins() {
        return CountWords.SAY.origins(facts.origins());
    }

    public String assertions() {
        return CountWords.SAY.statements(facts.asserts());
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
        String readings = CountWords.SAY.doubtful(facts.doubtful());
        if (uncertain()) {
            return ReadingWords.SAY.uncertain(readings, CountWords.SAY.outlets(facts.doubtfulOutlets()));
        }
        return facts.doubtfulOutlets() == 0
                ? readings
                : ReadingWords.SAY.doubtfulMore(readings, CountWords.SAY.outlets(facts.doubtfulOutlets()));
    }

    /** What is known of its first appearance. */
    public String firstWord() {
        return ReadingWords.SAY.firstWord(uncertain());
    }

    /** "asserted 9 times"; nothing where nobody does. */
    public String asserted() {
        return facts.asserts() == 0 ? "" : ReadingWords.SAY.asserted(facts.asserts());
    }

    public String denied() {
        return facts.denies() == 0 ? "" : ReadingWords.SAY.denied(facts.denies());
    }

    /** "asserted 9 times, denied twice": whichever there is. */
    public String sides() {
        List<String> sides = new ArrayList<>();
        if (facts.asserts() > 0) {
            sides.add(ReadingWords.SAY.asserted(facts.asserts()));
        }
        if (facts.denies() > 0) {
            sides.add(ReadingWords.SAY.denied(facts.denies()));
        }
        return sides.size() == 2 ? ReadingWords.SAY.both(sides.getFirst(), sides.getLast()) : String.join("", sides);
    }
}
