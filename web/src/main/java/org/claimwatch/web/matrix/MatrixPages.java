package org.claimwatch.web.matrix;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.matrix.MatrixPage.Chosen;
import org.claimwatch.web.matrix.StancesOfPeriod.Tally;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.security.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** The stance matrix. */
@Path("/matrix")
@RunOnVirtualThread
public class MatrixPages {
    private static final int SHOWN = 25;

    private final Periods periods;
    private final StancesOfPeriod stances;
    private final Statements statements;
    private final StatementCards cards;
    private final Baskets baskets;
    private final CurrentViewer viewer;
    private final CurrentReader reader;

    public MatrixPages(
            Periods periods,
            StancesOfPeriod stances,
            Statements statements,
            StatementCards cards,
            Baskets baskets,
            CurrentViewer viewer,
            CurrentReader reader) {
        this.periods = periods;
        this.stances = stances;
        this.statements = statements;
        this.cards = cards;
        this.baskets = baskets;
        this.viewer = viewer;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "matrix")
    static class Templates {
        static native TemplateInstance matrix(MatrixPage page);
    }

    @GET
    public TemplateInstance matrix(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var control = periods.asked(here, reader.get().zone());
        boolean outlets = "outlet".equals(here.get("by"));
        Narrowing narrowing = Narrowing.of(here);
        List<Tally> tallies = tallies(outlets, control.period(), narrowing);
        return Templates.matrix(new MatrixOf(here, outlets, tallies)
                .page(
                        control.counting(
                                "stances",
                                before -> Total.exactly(
                                        MatrixOf.matching(here, tallies(outlets, before, narrowing)).stream()
                                                .mapToLong(Tally::sure)
                                                .sum())),
                        narrowing,
                        chosen(here, outlets, tallies, control.period(), narrowing.condition())));
    }

    private List<Tally> tallies(boolean outlets, Period period, Narrowing narrowing) {
        return outlets
                ? stances.ofOutlets(period, narrowing.condition())
                : stances.ofSpeakers(period, narrowing.condition());
    }

    private @Nullable Chosen chosen(
            Address here, boolean outlets, List<Tally> tallies, Period period, Condition matching) {
        String of = here.get("of");
        String on = here.get("on");
        if (of == null || on == null || !of.matches("[0-9]{1,18}")) {
            return null;
        }
        long holder = Long.parseLong(of);
        return tallies.stream()
                .filter(tally -> tally.holderId() == holder && tally.target().equals(on))
                .findFirst()
                .map(tally -> outlets ? own(tally, here, period, matching) : statements(tally, here, period, matching))
                .orElse(null);
    }

    private Chosen statements(Tally tally, Address here, Period period, Condition matching) {
        Condition meant = StancesOfPeriod.statements(tally.holderId(), tally.target(), period, matching);
        List<Long> shown = statements.ids(meant, 0, SHOWN);
        return new Chosen(
                tally.holder(),
                tally.target(),
                statements.count(meant),
                cards.of(shown, reader.get()),
                baskets.ticks(viewer.member().orElse(null), viewer.get().accountId(), shown, null),
                List.of(),
                here.without("of", "on").toString());
    }

    private Chosen own(Tally tally, Address here, Period period, Condition matching) {
        return new Chosen(
                tally.holder(),
                tally.target(),
                tally.sure() + tally.doubtful(),
                List.of(),
                null,
                stances
                        .own(
                                tally.holderId(),
                                tally.target(),
                                period,
                                matching,
                                new Slice.Asked(StancesOfPeriod.NEWEST, Address.of(here.path()), SHOWN))
                        .rows()
                        .stream()
                        .map(row -> StancesOfPeriod.words(row, reader.get()))
                        .toList(),
                here.without("of", "on").toString());
    }
}
