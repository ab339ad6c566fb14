package org.claimwatch.web.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.coding.Answer.Field;
import org.claimwatch.web.coding.CodingPage.Reading;
import org.claimwatch.web.coding.CodingPage.ReadingOfItem;
import org.claimwatch.web.coding.CodingRounds.Coder;
import org.claimwatch.web.coding.CodingRounds.Coding;
import org.claimwatch.web.coding.CodingRounds.Round;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.words.CodingWords;
import org.jspecify.annotations.Nullable;

/** Lays a round's passages out with what each coder and the machine read in them, those first that they read differently. */
@ApplicationScoped
class Readings {
    private final CodingRounds rounds;
    private final Rows rows;

    Readings(CodingRounds rounds, Rows rows) {
        this.rounds = rounds;
        this.rows = rows;
    }

    /** A passage, with the machine's reading of it; its fields are null once a new analysis reads the text differently. */
    record Row(
            long id,
            long articleId,
            int version,
            int contentStart,
            int contentEnd,
            String text,
            @Nullable String language,
            @Nullable String target,
            @Nullable String form,
            @Nullable String speaker,
            @Nullable String polarity,
            @Nullable Long claim) {
        String words() {
            return cut(contentStart, contentEnd);
        }

        String cut(int start, int end) {
            return new TextSpan(start, Math.min(end, text.codePointCount(0, text.length()))).cut(text);
        }

        String href() {
            return "/articles/%d?version=%d".formatted(articleId, version);
        }
    }

    /** What somebody read in a passage: one who is through, or the machine, which has no name. */
    record Read(@Nullable String coder, Answer answer) {}

    /**
     * A passage as all of them read it.
     *
     * @param differing on which the coders differ
     */
    record Compared(Row item, List<Field> differing, List<Read> readings) {}

    /**
     * A round's passages, those that the coders read differently first.
     *
     * @param claims the words of all that somebody named, by their numbers
     */
    record Whole(List<Compared> passages, Map<Long, String> claims) {}

    private record ClaimText(long id, String text) {}

    /** All of them as a page shows them; empty while they are not to be seen. */
    List<ReadingOfItem> of(Round round) {
        Whole whole = whole(round);
        return whole.passages().stream()
                .map(passage -> new ReadingOfItem(
                        passage.item().words(),
                        Objects.requireNonNullElse(passage.item().language(), ""),
                        passage.item().href(),
                        passage.item().target(),
                        passage.differing().stream()
                                .map(field -> CodingWords.SAY.fieldName(field.word()))
                                .toList(),
                        passage.readings().stream()
                                .map(read -> reading(read, passage.item(), whole.claims()))
                                .toList()))
                .toList();
    }

    /** Of no passage while whoever asks is not to be led by what others read. */
    Whole whole(Round round) {
        List<Coder> coders = rounds.coders(round.id());
        if (!rounds.shown(round, coders)) {
            return new Whole(List.of(), Map.of());
        }
        Map<Long, String> names = coders.stream().collect(Collectors.toMap(Coder::id, Coder::name));
        Map<Long, List<Coding>> byItem =
                rounds.codings(round, coders).stream().collect(Collectors.groupingBy(Coding::itemId));
        List<Row> items = items(round.id());
        return new Whole(
                items.stream()
                        .map(item -> compared(item, byItem.getOrDefault(item.id(), List.of()), names))
                        .sorted(Comparator.comparing(
                                passage -> passage.differing().isEmpty()))
                        .toList(),
                claims(items, byItem));
    }

    private static Compared compared(Row item, List<Coding> codings, Map<Long, String> names) {
        List<Answer> answers = codings.stream().map(Coding::answer).toList();
        Stream<Read> people = codings.stream()
                .map(coding -> new Read(Objects.requireNonNull(names.get(coding.coder())), coding.answer()));
        Stream<Read> machine = item.form() == null ? Stream.of() : Stream.of(new Read(null, machine(item)));
        return new Compared(
                item,
                Arrays.stream(Field.values())
                        .filter(field -> !field.agreed(answers))
                        .toList(),
                Stream.concat(people, machine).toList());
    }

    private List<Row> items(long round) {
        return rows.list(Row.class, """
                select distinct on (i.id) i.id, v.article_id, v.number as version, i.content_start, i.content_end, v.text,
                       v.language, i.target, s.form, s.speaker_name as speaker,
                       (select t.polarity from stance t where t.statement_id = s.id and t.target = i.target limit 1) as polarity,
                       cs.claim_id as claim
                from coding_item i join article_version v on v.id = i.article_version_id
                left join statement s on s.article_version_id = v.id
                  and i.content_start = (select min(span_start) from statement_content_span where statement_id = s.id)
                  and i.content_end = (select max(span_end) from statement_content_span where statement_id = s.id)
                left join claim_statement cs on cs.statement_id = s.id
                where i.round_id = :round order by i.id, s.id""", Map.of("round", round));
    }

    private static Answer machine(Row item) {
        return new Answer(
                Objects.requireNonNull(item.form()),
                Objects.requireNonNull(item.speaker()),
                Objects.requireNonNullElse(item.polarity(), Answer.NONE),
                item.contentStart(),
                item.contentEnd(),
                item.claim() == null ? Answer.NONE : item.claim().toString());
    }

    private static Reading reading(Read read, Row item, Map<Long, String> claims) {
        Answer answer = read.answer();
        boolean moved = answer.start() != null
                && answer.end() != null
                && (answer.start() != item.contentStart() || answer.end() != item.contentEnd());
        return new Reading(
                read.coder() == null ? CodingWords.SAY.machine() : read.coder(),
                read.coder() == null,
                CodingWords.SAY.formWord(answer.form()),
                answer.speaker(),
                CodingWords.SAY.side(answer.polarity()),
                moved ? item.cut(Objects.requireNonNull(answer.start()), Objects.requireNonNull(answer.end())) : null,
                claim(answer.claim(), claims));
    }

    private static String claim(@Nullable String claim, Map<Long, String> claims) {
        return claim == null
                ? "–"
                : claim.equals(Answer.NONE)
                        ? CodingWords.SAY.none()
                        : claims.getOrDefault(Long.valueOf(claim), "#" + claim);
    }

    private Map<Long, String> claims(List<Row> items, Map<Long, List<Coding>> byItem) {
        List<Long> ids = Stream.concat(
                        items.stream().map(Row::claim),
                        byItem.values().stream()
                                .flatMap(List::stream)
                                .map(coding -> coding.answer().claim())
                                .filter(claim -> claim != null && !claim.equals(Answer.NONE))
                                .map(Long::valueOf))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : rows
                        .list(ClaimText.class, "select id, text from claim where id in (:ids)", Map.of("ids", ids))
                        .stream()
                        .collect(Collectors.toMap(ClaimText::id, ClaimText::text));
    }
}
