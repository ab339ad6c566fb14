package org.claimwatch.web.reading;

import java.time.Instant;
import java.util.List;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.ReadingWords;
import org.jspecify.annotations.Nullable;

/**
 * One statement as every page shows it, the atom of the interface.
 *
 * @param words what was said: of a direct quotation with its own marks, of a paraphrase with none
 * @param context the sentences around the words, cut at the evidence
 * @param reviews of the reader's team, newest first
 * @param margin the tags and notes of the reader's team
 */
public record StatementCard(
        long id,
        Speaker speaker,
        List<StanceSign> stances,
        Confidence confidence,
        StatementForm form,
        String words,
        @Nullable String cue,
        List<String> chain,
        Source source,
        List<MarkedText.Run> context,
        @Nullable Side side,
        List<HumanReading> reviews,
        Margin margin,
        boolean reviewable) {

    /**
     * Who says it; an unnamed speaker has no page.
     *
     * @param readAs what the machine took the speaker for, where a person said that it is this one
     */
    public record Speaker(
            @Nullable Long actorId,
            String name,
            @Nullable String affiliation,
            boolean unnamed,
            @Nullable String readAs) {}

    /**
     * Where it stands.
     *
     * @param moment when it was published; the start of its day in UTC if {@code dayOnly}
     */
    public record Source(
            long outletId,
            String outlet,
            long articleId,
            int version,
            String title,
            String url,
            String lang,
            When at,
            Instant moment,
            boolean dayOnly) {
        public Published published() {
            return new Published(moment, dayOnly);
        }

        /** As a citation dates it, which is read long after: never “2 h ago”. */
        public String dated() {
            return dayOnly ? at.shown() : at.exact();
        }

        /** The page itself, if its address is one that a browser may follow. */
        public boolean followable() {
            return url.startsWith("https://") || url.startsWith("http://");
        }
    }

    /** Its claim, and on which side it stands. */
    public record Side(ClaimLine claim, ClaimPolarity polarity, Confidence confidence) {
        public boolean denies() {
            return polarity == ClaimPolarity.DENIES;
        }
    }

    /**
     * What a person said of the machine's reading.
     *
     * @param corrections how it ought to be read, in words; null where it is accepted or rejected as it stands
     */
    public record HumanReading(
            String name,
            String verdict,
            @Nullable String comment,
            @Nullable String corrections,
            When at) {
        public String initials() {
            return name.isBlank()
                    ? "?"
                    : name.strip()
                                    .codePoints()
                                    .limit(1)
                                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            + (name.strip().contains(" ")
                                    ? name.strip()
                                            .substring(
                                                    name.strip().lastIndexOf(' ') + 1,
                                                    name.strip().lastIndexOf(' ') + 2)
                                    : "");
        }
    }

    public String formWord() {
        return ReadingWords.SAY.form(form);
    }

    public boolean direct() {
        return form == StatementForm.DIRECT;
    }

    public boolean doubtful() {
        return confidence.doubtful();
    }

    /** That it was said is likely, but not that this is what the claim says. */
    public boolean doubtfullyOfClaim() {
        return !doubtful() && side != null && side.confidence().doubtful();
    }

    /** Whether a claim's numbers count it: neither that it was said nor that it makes this claim is doubted. */
    public boolean counts() {
        return !doubtful() && !doubtfullyOfClaim();
    }

    /** From the speaker to the outlet, as one line. */
    public String chainLine() {
        return String.join(" → ", chain);
    }

    /** Whether it came through anyone between the speaker and the outlet. */
    public boolean relayed() {
        return chain.size() > 2;
    }

    /** The page as it was fetched. */
    public String archived() {
        return "/articles/%d/versions/%d/archived".formatted(source.articleId(), source.version());
    }

    /** What a person of the reader's team said last of this reading, or nothing. */
    public String judged() {
        return reviews.isEmpty() ? "" : reviews.getFirst().verdict();
    }

    /** Why whoever would cite it must look again, null where there is no reason. */
    public @Nullable String citeWithCare() {
        return (doubtful() && !judged().equals("accepted")) || judged().matches("corrected|rejected")
                ? ReadingWords.SAY.citeWithCare(judged())
                : null;
    }

    public String citedReading() {
        return ReadingWords.SAY.citedReading(judged(), confidence.number(), source.version());
    }

    /** In the article, at its place. */
    public String evidence() {
        return "/articles/%d?version=%d#statement-%d".formatted(source.articleId(), source.version(), id);
    }
}
