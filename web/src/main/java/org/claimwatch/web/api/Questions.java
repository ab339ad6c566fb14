package org.claimwatch.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Problem;
import org.claimwatch.web.layout.Refused;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.security.CurrentViewer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a program asks for. Pages take nonsense for what is usual; a program that errs is told so, for nobody looks at
 * what it gets.
 */
@ApplicationScoped
public class Questions {
    private static final Set<String> PERIODS = Set.of("24h", "7d", "30d", "all", "own");
    private static final int MOST = 100;

    private final Periods periods;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    Questions(Periods periods, CurrentReader reader, CurrentViewer viewer) {
        this.periods = periods;
        this.reader = reader;
        this.viewer = viewer;
    }

    public Question of(UriInfo uri) {
        return of(uri, null);
    }

    /** With a query that was saved, whatever the address says. */
    public Question of(UriInfo uri, @Nullable String saved) {
        Address here = Address.of(uri);
        String asked = here.get("period");
        if (asked != null && !PERIODS.contains(asked)) {
            throw bad("There is no period “%s”: take 24h, 7d, 30d, all, or own with from and to.".formatted(asked));
        }
        var control = periods.asked(here, reader.get().zone());
        String compare = here.get("compare");
        if (compare != null && !compare.equals("before")) {
            throw bad("compare= takes before.");
        }
        if (control.problem() != null) {
            throw bad(
                    "An own period needs two days, from=2025-09-01 and to=2025-09-30, the first no later than the last.");
        }
        Query query =
                saved == null ? Query.of(Optional.ofNullable(here.get("q")).orElse("")) : Query.saved(saved);
        if (query.problem() != null) {
            var problem = query.problem();
            throw new Refused(
                    Problem.misread(problem.sentence(), problem.character(), problem.at(), problem.expected()));
        }
        return new Question(here, control, control.period(), query, limit(here.get("limit")));
    }

    /** For whom items are laid out: nobody's reviews stand beside a reading outside a team's own routes. */
    public Reader reader() {
        return new Reader(viewer.get().zone(), reader.get().now(), null);
    }

    /** A number in the address that names a thing; null if there is none. */
    public static @Nullable Long id(Address here, String name) {
        String text = here.get(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw bad("%s= takes the number of one, as its items have it.".formatted(name));
        }
        return Long.valueOf(text);
    }

    /** A page's address from outside, checked. */
    static void checkPlaces(Address here, Predicate<String> wrote) {
        for (String name : new String[] {"after", "before"}) {
            String place = here.get(name);
            if (place != null && !wrote.test(place)) {
                throw badPlace(name);
            }
        }
    }

    public static Refused badPlace(String name) {
        return bad("%s= is nothing that links.next or links.previous gave: begin without it.".formatted(name));
    }

    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return Results.SIZE;
        }
        if (!asked.matches("[0-9]{1,3}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > MOST) {
            throw bad("limit= takes a number from 1 to 100.");
        }
        return Integer.parseInt(asked);
    }

    public static Refused bad(String detail) {
        return new Refused(Problem.of(400, "This cannot be asked", detail));
    }
}
