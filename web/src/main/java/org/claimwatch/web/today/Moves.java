package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.chart.Sparkline;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Stories;
import org.claimwatch.web.reading.Stories.Asked;
import org.claimwatch.web.reading.Stories.Usual;
import org.claimwatch.web.today.TodayPage.Block;
import org.claimwatch.web.today.TodayPage.Moving;
import org.claimwatch.web.today.TodayPage.NewSpeaker;
import org.claimwatch.web.today.TodayPage.Spike;
import org.jspecify.annotations.Nullable;

/** Who is new, who is heard more than before, which stories move: each against the period before. */
@ApplicationScoped
class Moves {
    private static final int ROWS = 7;

    private final Rows rows;
    private final Spikes spikes;
    private final Courses courses;
    private final Stories stories;

    Moves(Rows rows, Spikes spikes, Courses courses, Stories stories) {
        this.rows = rows;
        this.spikes = spikes;
        this.courses = courses;
        this.stories = stories;
    }

    private record SpeakerRow(
            long actorId,
            String name,
            @Nullable String affiliation,
            long statements,
            long outlets,
            Instant first,
            long total) {}

    private static final String NEW = """
            select spoke.*, p.name, p.affiliation
            from (select told.speaker_id as actor_id, count(*) as statements, count(distinct told.outlet_id) as outlets,
                         min(told.told_at) as first, count(*) over () as total
                  from told_statement told where %s group by told.speaker_id) spoke
            join actor p on p.id = spoke.actor_id
            order by spoke.outlets desc, spoke.statements desc, p.name limit %d
            """;

    /** As the list of actors asks for those who are new. */
    private static Condition fresh(Period period) {
        return Condition.between(period.from(), period.to())
                .and(Condition.CONFIDENT)
                .and(Condition.bySomebodyNew(period.from(), period.to()));
    }

    Block<NewSpeaker> newSpeakers(Period period, Optional<Period> before, Address here, Reader reader) {
        Condition fresh = fresh(period);
        List<SpeakerRow> found = rows.keptList(SpeakerRow.class, NEW.formatted(fresh.sql(), ROWS), fresh.parameters());
        return Block.of(
                found.stream()
                        .map(row -> new NewSpeaker(
                                row.actorId(),
                                row.name(),
                                row.affiliation(),
                                row.statements(),
                                row.outlets(),
                                reader.when(row.first()),
                                here.at("/search")
                                        .with(
                                                "q",
                                                Query.exactly(Field.SPEAKER, row.name())
                                                        .undoubted()
                                                        .text())
                                        .toString()))
                        .toList(),
                found.isEmpty() ? 0 : found.getFirst().total(),
                here.at("/actors").with("show", "new").toString(),
                before.map(b -> rows.keptNumber(
                                "select count(distinct told.speaker_id) from told_statement told where "
                                        + fresh(b).sql(),
                                fresh(b).parameters()))
                        .orElse(null));
    }

    Block<Spike> spikes(Period period, Optional<Period> compared, Address here) {
        var rises = spikes.rises(period);
        return Block.of(
                spikes.shown(rises.stream().limit(ROWS).toList(), period, here),
                rises.size(),
                here.at("/today/spikes").toString(),
                compared.map(b -> (long) spikes.rises(b).size()).orElse(null));
    }

    private static Optional<Usual> usual(Period period) {
        return period.before().map(before -> new Usual(Asked.within(before.from(), period.to()), period.from()));
    }

    Block<Moving> stories(Period period, Optional<Period> compared, Address all, Reader reader) {
        Optional<Usual> usual = usual(period);
        if (usual.isEmpty()) {
            return new Block<>(List.of(), Total.NONE, all.toString(), null);
        }
        var moved = stories.moving(usual.get(), Address.of(""), ROWS, reader).rows();
        Map<String, Sparkline> drawn = courses.of(
                Courses.Kind.STORY,
                moved.stream().map(one -> one.story().id()).toList(),
                period.before().orElseThrow(),
                period);
        return new Block<>(
                moved.stream()
                        .map(one -> new Moving(
                                one.story(),
                                one.before(),
                                drawn.getOrDefault(Long.toString(one.story().id()), Courses.none())))
                        .toList(),
                moved.size() < ROWS ? Total.exactly(moved.size()) : stories.movingTotal(usual.get()),
                all.with("show", "moving").toString(),
                compared.flatMap(Moves::usual).map(stories::movingTotal).orElse(null));
    }
}
