package org.claimwatch.web.review;

import java.util.List;
import java.util.stream.Collectors;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.reading.ClaimsByWords.Found;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCard.Side;
import org.claimwatch.web.review.ReviewQueue.Progress;
import org.claimwatch.web.review.Sitting.Act;
import org.claimwatch.web.security.Member;
import org.jspecify.annotations.Nullable;

/**
 * The review queue, one reading at a time.
 *
 * @param basket whether only what is in the reader's basket is asked about
 * @param item null once nothing waits
 * @param undo what one did last in this sitting, and can take back; null if there is nothing
 */
public record QueuePage(
        Member member,
        boolean basket,
        @Nullable Item item,
        Progress progress,
        @Nullable Undo undo,
        List<String> problems) {
    /** The queue's own address. */
    public String here() {
        return member.home() + "/reviews/queue" + (basket ? "?of=basket" : "");
    }

    public String basketHref() {
        return member.home() + "/basket";
    }

    /**
     * Takes back the last act.
     *
     * @param skip its number, if it was a skip; its address says which review it was
     */
    public record Undo(String href, @Nullable Long skip, String deed, String speaker) {
        static Undo of(Act act, Member member) {
            return act.skip()
                    ? new Undo(member.home() + "/reviews/skip/undo", act.id(), act.deed(), act.speaker())
                    : new Undo(
                            "%s/reviews/%d/undo".formatted(member.home(), act.id()), null, act.deed(), act.speaker());
        }
    }

    /**
     * The reading that is asked about.
     *
     * @param correcting whether a correction is under way, so that its form is open
     */
    public record Item(
            StatementCard card,
            String why,
            Stretch stretch,
            String speaker,
            StanceField stance,
            ClaimField claim,
            boolean correcting) {}

    /**
     * The words that are taken for said; stretches are written as "12-40 55-70", in code points of the text.
     *
     * @param text the whole text of its version, for the span to be moved in
     * @param start of what was said
     * @param read the stretches that the machine read
     * @param quoted of a direct quotation, all stretches at whose ends it may begin and end
     */
    public record Stretch(String text, int start, int end, String words, String read, String quoted) {
        /** As entered, if that can be; else as read. */
        static Stretch of(Statement statement, @Nullable Correction entered) {
            String text = statement.articleVersion.text;
            TextSpan asked = entered == null ? null : entered.asked();
            int length = text.codePointCount(0, text.length());
            List<TextSpan> said =
                    entered == null || asked == null || asked.end() > length ? List.of() : entered.content(statement);
            List<TextSpan> shown = said.isEmpty() ? statement.contentSpans : said;
            return new Stretch(
                    text,
                    shown.getFirst().start(),
                    shown.getLast().end(),
                    shown.stream().map(span -> span.cut(text)).collect(Collectors.joining(" … ")),
                    written(statement.contentSpans),
                    statement.form == StatementForm.DIRECT
                            ? written(new QuotedParts(text).beside(statement.contentSpans))
                            : "");
        }

        private static String written(List<TextSpan> spans) {
            return spans.stream()
                    .map(span -> "%d-%d".formatted(span.start(), span.end()))
                    .collect(Collectors.joining(" "));
        }
    }

    /**
     * Which side the speaker takes.
     *
     * @param side a polarity, NONE, or empty where none was read
     * @param targets of all stances that were read, of which another may be meant
     */
    public record StanceField(String target, String side, boolean read, List<String> targets) {
        static StanceField of(Statement statement, @Nullable Correction entered) {
            var stance = Correction.read(statement);
            return new StanceField(
                    entered == null || entered.target == null
                            ? stance.map(of -> of.target).orElse("")
                            : entered.target(),
                    entered == null || entered.polarity == null
                            ? stance.map(of -> of.polarity.name()).orElse("")
                            : entered.polarity,
                    stance.isPresent(),
                    statement.stances.size() < 2
                            ? List.of()
                            : statement.stances.stream().map(of -> of.target).toList());
        }
    }

    /**
     * Which claim it makes.
     *
     * @param chosen a claim's number, NONE, or empty for the one that was read
     * @param found by the words
     */
    public record ClaimField(@Nullable Side read, String chosen, String words, String side, List<Found> found) {
        static ClaimField of(@Nullable Side read, @Nullable Correction entered, List<Found> found) {
            Long chosen = entered == null ? null : entered.claimId();
            return new ClaimField(
                    read,
                    entered != null && entered.noClaim() ? Correction.NONE : chosen == null ? "" : chosen.toString(),
                    entered == null ? "" : entered.claimWords(),
                    entered != null && entered.claimPolarity() != null
                            ? entered.claimPolarity().name()
                            : read == null ? "ASSERTS" : read.polarity().name(),
                    found);
        }

        public boolean isChosen(long id) {
            return chosen.equals(Long.toString(id));
        }

        /** The machine's own claim counts as chosen where no other is. */
        public boolean asRead() {
            return chosen.isEmpty() || (read != null && isChosen(read.claim().id()));
        }
    }
}
