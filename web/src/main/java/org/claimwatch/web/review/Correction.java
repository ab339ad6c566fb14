package org.claimwatch.web.review;

import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.words.ReviewWords;
import org.jspecify.annotations.Nullable;

/** What a person enters to say how a reading ought to be; a field that is left as it is corrects nothing. */
public class Correction {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SPAN = 5000;
    private static final String QUOTATION_MARKS = "\"“”„‟«»‹›‘’‚'「」";

    /** Code points of the version's text, as typed. */
    @FormParam("start")
    public @Nullable String start;

    @FormParam("end")
    public @Nullable String end;

    @FormParam("speaker")
    public @Nullable String speaker;

    @FormParam("target")
    public @Nullable String target;

    @FormParam("polarity")
    public @Nullable String polarity;

    /** The number of a claim, as its address has it. */
    @FormParam("claim")
    public @Nullable String claim;

    /** A span that differs from the machine's, if the numbers are one. */
    @Nullable TextSpan span(Statement statement) {
        Integer from = number(start);
        Integer to = number(end);
        if (from == null || to == null || from >= to) {
            return null;
        }
        var asked = new TextSpan(from, to);
        return asked.equals(new TextSpan(StatementCards.start(statement), StatementCards.end(statement)))
                ? null
                : asked;
    }

    @Nullable String otherSpeaker(Statement statement) {
        String name = given(speaker);
        return name.isEmpty() || name.equals(statement.speakerName) ? null : name;
    }

    @Nullable Polarity stance() {
        String sign = given(polarity);
        return List.of("FAVOR", "AGAINST", "NEUTRAL").contains(sign) ? Polarity.valueOf(sign) : null;
    }

    @Nullable Long claimId() {
        String id = given(claim);
        return id.matches("[0-9]{1,18}") ? Long.valueOf(id) : null;
    }

    String target() {
        return given(target);
    }

    /** What a person must mend first; offsets are checked against the stored text, whatever a script did. */
    List<String> problems(Statement statement) {
        var problems = new ArrayList<String>();
        String text = statement.articleVersion.text;
        int length = text.codePointCount(0, text.length());
        Integer from = number(start);
        Integer to = number(end);
        if (!given(start).isEmpty() || !given(end).isEmpty()) {
            if (from == null || to == null || from >= to || to > length || to - from > LONGEST_SPAN) {
                problems.add(ReviewWords.SAY.wordsWithin(length));
            } else if (statement.form == StatementForm.DIRECT && !quoted(text, from, to)) {
                problems.add(ReviewWords.SAY.quotedWithin());
            }
        }
        if (given(speaker).length() > LONGEST_NAME || target().length() > LONGEST_NAME) {
            problems.add(ReviewWords.SAY.longName());
        }
        if (target().isEmpty() != (stance() == null)) {
            problems.add(ReviewWords.SAY.targetAndSide());
        }
        if (!given(claim).isEmpty() && claimId() == null) {
            problems.add(ReviewWords.SAY.claimByNumber());
        }
        if (problems.isEmpty()
                && span(statement) == null
                && otherSpeaker(statement) == null
                && stance() == null
                && claimId() == null) {
            problems.add(ReviewWords.SAY.nothingCorrected());
        }
        return problems;
    }

    private static boolean quoted(String text, int from, int to) {
        int length = text.codePointCount(0, text.length());
        return from > 0
                && to < length
                && isMark(text.codePointAt(text.offsetByCodePoints(0, from - 1)))
                && isMark(text.codePointAt(text.offsetByCodePoints(0, to)));
    }

    private static boolean isMark(int codePoint) {
        return QUOTATION_MARKS.indexOf(codePoint) >= 0;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.strip().matches("[0-9]{1,7}") ? Integer.valueOf(text.strip()) : null;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
