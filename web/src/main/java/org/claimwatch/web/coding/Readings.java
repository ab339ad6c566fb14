package org.claimwatch.web.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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
    private record Row(
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
        String cut(int start, int end) {
            return new TextSpan(start, Math.min(end, text.codePointCount(0, text.length()))).cut(text);
        }
    }

    private record ClaimText(long id, String text) {}

    /** All of them; empty while they are not to be seen. */
    List<ReadingOfItem> of(Round round) {
        List<Coder> coders = rounds.coders(round.id());
        if (!rounds.shown(round, coders)) {
            return List.of();
        }
        Map<Long, String> names = coders.stream().collect(Collectors.toMap(Coder::id, Coder::name));
        Map<Long, List<Coding>> byItem =
                rounds.codings(round, coders).stream().collect(Collectors.groupingBy(Coding::itemId));
        List<Row> items = items(round.id());
        Map<Long, String> claims = claims(items, byItem);
        var all = new ArrayList<ReadingOfItem>();
        for (Row item : items) {
            List<Coding> codings = byItem.getOrDefault(item.id(), List.of());
            List<Answer> answers = codings.stream().map(Coding::answer).toList();
            List<Reading> readings = new ArrayList<>(codings.stream()
                    .map(coding -> reading(
                            Objects.requireNonNull(names.get(coding.coder())), false, coding.answer(), item, claims))
                    .toList());
            if (item.form() != null) {
                readings.add(reading(CodingWords.SAY.machine(), true, machine(item), item, claims));
            }
            all.add(new ReadingOfItem(
                    item.cut(item.contentStart(), item.contentEnd()),
                    Objects.requireNonNullElse(item.language(), ""),
                    "/articles/%d?version=%d".formatted(item.articleId(), item.version()),
                    item.target(),
                    Arrays.stream(Field.values())
                            .filter(field -> !field.agreed(answers))
                            .map(field -> CodingWords.SAY.fieldName(field.word()))
                            .toList(),
                    readings));
        }
        all.sort(Comparator.comparing(ReadingOfItem::agreed));
        return all;
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

    private static Reading reading(String name, boolean machine, Answer answer, Row item, Map<Long, String> claims) {
        boolean moved = answer.start() != null
                && answer.end() != null
                && (answer.start() != item.contentStart() || answer.end() != item.contentEnd());
        return new Reading(
                name,
                machine,
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
