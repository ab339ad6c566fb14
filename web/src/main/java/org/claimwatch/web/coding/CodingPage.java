package org.claimwatch.web.coding;

import java.util.List;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.ClaimsByWords.Found;
import org.claimwatch.web.reading.MarkedText;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.words.CodingWords;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.LayoutWords;
import org.jspecify.annotations.Nullable;

/**
 * A round of blind coding as one coder sees it.
 *
 * @param item what to read next; null once one is through
 * @param agreements null while whoever looks is not to be led by what others read
 * @param readings of the passages on this page of them, empty as long
 * @param closed when somebody ended it
 */
public record CodingPage(
        Member member,
        long id,
        String name,
        long items,
        long done,
        List<CoderLine> coders,
        @Nullable Item item,
        @Nullable List<FieldLine> agreements,
        List<ReadingOfItem> readings,
        Paging paging,
        @Nullable When closed,
        List<String> problems) {
    /** A team's rounds. */
    public record CodingList(Member member, List<RoundLine> rounds, List<String> problems) {}

    /** One round on a line. */
    public record RoundLine(long id, String name, long items, long mine, String by, When at, boolean closed) {}

    /** How far a coder is; what the coder read is nobody's to see before the end. */
    public record CoderLine(String name, long done, boolean through) {}

    /** A passage in its context, without anybody's reading of it. */
    public record Item(
            long id,
            String lang,
            List<MarkedText.Run> context,
            String outlet,
            @Nullable String target,
            String text,
            int start,
            int end,
            String words,
            List<Found> claims) {
        public String read() {
            return start + "-" + end;
        }
    }

    /**
     * What the coders and the machine read in a passage.
     *
     * @param differing the fields on which the coders differ
     */
    public record ReadingOfItem(
            String words,
            String lang,
            String href,
            @Nullable String target,
            List<String> differing,
            List<Reading> readings) {
        public boolean agreed() {
            return differing.isEmpty();
        }

        public String differ() {
            return String.join(LayoutWords.SAY.comma() + " ", differing);
        }
    }

    /**
     * One reading of it.
     *
     * @param words where they are others than the passage's; else null
     */
    public record Reading(
            String name,
            boolean machine,
            String form,
            String speaker,
            String side,
            @Nullable String words,
            String claim) {}

    /** A field's agreement among all, then each coder's with the others. */
    public record FieldLine(String field, Figure all, List<Figure> byCoder) {
        static FieldLine of(CodingRounds.Agreement agreement) {
            return new FieldLine(
                    CodingWords.SAY.fieldName(agreement.field()),
                    Figure.of(CodingWords.SAY.all(), agreement.all()),
                    agreement.byCoder().stream()
                            .map(coder -> Figure.of(coder.name(), coder.alpha()))
                            .toList());
        }
    }

    /** An alpha in words and numbers. */
    public record Figure(String name, String value, String interval, int units) {
        static Figure of(String name, Alpha alpha) {
            return alpha.defined()
                    ? new Figure(
                            name,
                            String.format(Language.spoken().locale(), "%.3f", alpha.value()),
                            CodingWords.SAY.range(
                                    String.format(Language.spoken().locale(), "%.2f", alpha.low()),
                                    String.format(Language.spoken().locale(), "%.2f", alpha.high())),
                            alpha.units())
                    : new Figure(name, CodingWords.SAY.notDefined(), CodingWords.SAY.nothingVaries(), alpha.units());
        }
    }
}
