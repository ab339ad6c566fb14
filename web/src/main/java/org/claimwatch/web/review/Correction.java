package org.claimwatch.web.review;

import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Stance;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.words.ReviewWords;
import org.jspecify.annotations.Nullable;

/** What a person enters to say how a reading ought to be; a field that is left as it is corrects nothing. */
public class Correction {
    static final String NONE = "NONE";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_SPAN = 5000;

    /** Code points of the version's text, as typed. */
    @FormParam("start")
    public @Nullable String start;

    @FormParam("end")
    public @Nullable String end;

    @FormParam("speaker")
    public @Nullable String speaker;

    @FormParam("target")
    public @Nullable String target;

    /** A side, or that none is taken. */
    @FormParam("polarity")
    public @Nullable String polarity;

    /** The number of a claim, as its address has it; NONE; nothing for the one that was read. */
    @FormParam("claim")
    public @Nullable String claim;

    /** By which a claim is looked for; its number serves as well. */
    @FormParam("claim-words")
    public @Nullable String claimWords;

    @FormParam("claim-polarity")
    public @Nullable String claimPolarity;

    /** Set by the button that looks for claims and keeps nothing yet. */
    @FormParam("look")
    public @Nullable String look;

    /** What a side, or the lack of one, changes. */
    record StanceChange(
            @Nullable String noneToward,
            @Nullable String toward,
            @Nullable Polarity side) {
        static final StanceChange NOTHING = new StanceChange(null, null, null);
    }

    /** What was said, if the numbers ask for another stretch than the machine's and can be one; else nothing. */
    List<TextSpan> content(Statement statement) {
        TextSpan asked = asked();
        TextSpan read = new TextSpan(StatementCards.start(statement), StatementCards.end(statement));
        if (asked == null || asked.equals(read)) {
            return List.of();
        }
        return statement.form == StatementForm.DIRECT
                ? quoted(statement, asked, read)
                : moved(statement.contentSpans, asked);
    }

    /** The machine's own gaps stay gaps: within what it read nothing is added. */
    private static List<TextSpan> quoted(Statement statement, TextSpan asked, TextSpan read) {
        List<TextSpan> parts = new QuotedParts(statement.articleVersion.text).within(asked.start(), asked.end());
        List<TextSpan> kept = parts.stream()
                .filter(part -> part.start() < read.start()
                        || part.end() > read.end()
                        || statement.contentSpans.stream().anyMatch(part::overlaps))
                .toList();
        boolean whole = !kept.isEmpty()
                && kept.getFirst().start() == asked.start()
                && kept.getLast().end() == asked.end();
        return whole ? kept : parts;
    }

    /** Only the outer ends move. */
    private static List<TextSpan> moved(List<TextSpan> read, TextSpan asked) {
        List<TextSpan> left = read.stream().filter(asked::overlaps).toList();
        var moved = new ArrayList<TextSpan>();
        for (int i = 0; i < left.size(); i++) {
            moved.add(new TextSpan(
                    i == 0 ? asked.start() : left.get(i).start(),
                    i == left.size() - 1 ? asked.end() : left.get(i).end()));
        }
        return moved.isEmpty() ? List.of(asked) : moved;
    }

    @Nullable TextSpan asked() {
        Integer from = number(start);
        Integer to = number(end);
        return from == null || to == null || from >= to ? null : new TextSpan(from, to);
    }

    @Nullable String otherSpeaker(Statement statement) {
        String name = given(speaker);
        return name.isEmpty() || name.equals(statement.speakerName) ? null : name;
    }

    /** The stance that the form shows: of several the one that the machine is surest of. */
    static Optional<Stance> read(Statement statement) {
        return statement.stances.stream().max(Comparator.comparingDouble(stance -> stance.confidence));
    }

    /** Another target takes the place of the one that was shown, unless the machine read that one as well. */
    StanceChange stance(Statement statement) {
        Stance read = read(statement).orElse(null);
        Stance named = statement.stances.stream()
                .filter(stance -> stance.target.equals(target()))
                .findFirst()
                .orElse(null);
        if (given(polarity).equals(NONE)) {
            Stance gone = named == null ? read : named;
            return gone == null ? StanceChange.NOTHING : new StanceChange(gone.target, null, null);
        }
        Polarity side = side();
        if (side == null || target().isEmpty() || (named != null && named.polarity == side)) {
            return StanceChange.NOTHING;
        }
        return new StanceChange(named == null && read != null ? read.target : null, target(), side);
    }

    private @Nullable Polarity side() {
        String sign = given(polarity);
        return List.of("FAVOR", "AGAINST", "NEUTRAL").contains(sign) ? Polarity.valueOf(sign) : null;
    }

    @Nullable Long claimId() {
        String id = given(claim).isEmpty() ? claimWords() : given(claim);
        return id.matches("[0-9]{1,18}") ? Long.valueOf(id) : null;
    }

    boolean noClaim() {
        return given(claim).equals(NONE);
    }

    String claimWords() {
        return given(claimWords);
    }

    boolean looks() {
        return look != null;
    }

    @Nullable ClaimPolarity claimPolarity() {
        String side = given(claimPolarity);
        return List.of("ASSERTS", "DENIES").contains(side) ? ClaimPolarity.valueOf(side) : null;
    }

    String target() {
        return given(target);
    }

    /** What a person must mend first; offsets are checked against the stored text, whatever a script did. */
    List<String> problems(Statement statement) {
        var problems = new ArrayList<String>();
        String text = statement.articleVersion.text;
        int length = text.codePointCount(0, text.length());
        if (!given(start).isEmpty() || !given(end).isEmpty()) {
            TextSpan asked = asked();
            if (asked == null || asked.end() > length || asked.end() - asked.start() > LONGEST_SPAN) {
                problems.add(ReviewWords.SAY.wordsWithin(length));
            } else if (content(statement).isEmpty() && !isRead(statement, asked)) {
                problems.add(ReviewWords.SAY.quotedWithin());
            }
        }
        if (given(speaker).length() > LONGEST_NAME || target().length() > LONGEST_NAME) {
            problems.add(ReviewWords.SAY.longName());
        }
        if (target().isEmpty() ? side() != null : given(polarity).isEmpty()) {
            problems.add(ReviewWords.SAY.targetAndSide());
        }
        if (claimWords().length() > LONGEST_WORDS) {
            problems.add(ReviewWords.SAY.longWords());
        } else if (given(claim).isEmpty() && !claimWords().isEmpty() && claimId() == null) {
            problems.add(ReviewWords.SAY.chooseClaim());
        }
        return problems;
    }

    private static boolean isRead(Statement statement, TextSpan asked) {
        return asked.start() == StatementCards.start(statement) && asked.end() == StatementCards.end(statement);
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.strip().matches("[0-9]{1,7}") ? Integer.valueOf(text.strip()) : null;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
