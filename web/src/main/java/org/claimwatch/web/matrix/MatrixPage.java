package org.claimwatch.web.matrix;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.layout.Chip;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.reading.MarkedText;
import org.claimwatch.web.reading.StanceSign;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.words.MatrixWords;
import org.claimwatch.web.words.ReadingWords;
import org.jspecify.annotations.Nullable;

/**
 * Holders against targets.
 *
 * @param counted stances in all rows and columns, those left out of the page too; doubtful ones apart
 * @param targets how many targets there are; the columns show the most frequent
 */
public record MatrixPage(
        PeriodControl period,
        Narrowing narrowing,
        List<Choice> by,
        List<Choice> sorts,
        Filter filter,
        List<Column> columns,
        List<Line> lines,
        Paging paging,
        Counted counted,
        int targets,
        @Nullable Chosen chosen) {

    /** What narrows it, and the form that does. */
    public record Filter(String holder, String target, List<Chip> chips, List<Hidden> kept, boolean outlets) {}

    /** A parameter that the form carries along. */
    public record Hidden(String name, String value) {}

    /** A target; its link sorts by it. */
    public record Column(String target, String href, boolean sorted) {}

    /** A holder with one cell for each column. */
    public record Line(String holder, String href, List<Cell> cells) {}

    /** How often a holder favours, opposes, treats neutrally; what the machine doubts apart. */
    public record Cell(
            long favour, long against, long neutral, long doubtful, String href, boolean chosen, String said) {
        public boolean empty() {
            return favour + against + neutral + doubtful == 0;
        }

        public boolean onlyDoubtful() {
            return favour + against + neutral == 0 && doubtful > 0;
        }
    }

    /** Totals. */
    public record Counted(long holders, long stances, long doubtful) {}

    /**
     * A cell's evidence: a speaker's statements, or an outlet's own words.
     *
     * @param close the matrix without it
     */
    public record Chosen(
            String holder,
            String target,
            long total,
            List<StatementCard> statements,
            @Nullable Ticks ticks,
            List<OwnWords> own,
            String close) {
        public boolean more() {
            return total > statements.size() + own.size();
        }
    }

    /** Where an outlet's own voice takes a side. */
    public record OwnWords(
            StanceSign stance,
            List<MarkedText.Run> context,
            long articleId,
            int version,
            String title,
            String lang,
            When at) {
        public String evidence() {
            return "/articles/%d?version=%d".formatted(articleId, version);
        }

        public String archived() {
            return "/articles/%d/versions/%d/archived".formatted(articleId, version);
        }
    }

    static String said(String holder, String target, StancesOfPeriod.Tally tally) {
        var parts = new ArrayList<String>();
        add(parts, tally.favour(), "favours");
        add(parts, tally.against(), "against");
        add(parts, tally.neutral(), "neutral");
        add(parts, tally.doubtful(), "doubtful");
        return MatrixWords.SAY.said(
                holder, target, parts.stream().reduce(ReadingWords.SAY::both).orElse(""));
    }

    private static void add(List<String> parts, long count, String word) {
        if (count > 0) {
            parts.add(MatrixWords.SAY.count(word, count));
        }
    }
}
