package org.claimwatch.web.layout;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Theme;
import org.claimwatch.web.security.Viewer;
import org.claimwatch.web.words.LayoutWords;
import org.claimwatch.web.words.ReviewWords;
import org.jspecify.annotations.Nullable;

/** What stands round every page: who is signed in, for which team, and where one can go. */
@Named("frame")
@RequestScoped
public class Frame {
    private final CurrentViewer current;
    private final CsrfTokenParameterProvider forms;
    private final ReviewsWaiting waiting;
    private @Nullable List<Choice> ofTeam;

    @Context
    UriInfo uri;

    @SuppressWarnings("NullAway.Init")
    public Frame(CurrentViewer current, CsrfTokenParameterProvider forms, ReviewsWaiting waiting) {
        this.current = current;
        this.forms = forms;
        this.waiting = waiting;
    }

    public @Nullable Viewer viewer() {
        return current.known() ? current.get() : null;
    }

    /** Whether this page may have a form: one that was refused before its request had a token has none. */
    public boolean hasToken() {
        try {
            return !forms.getToken().isEmpty();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Whether single keys act on this page. */
    public boolean keyboard() {
        return current.known() && current.get().keyboard();
    }

    /** Null where the browser decides. */
    public @Nullable Theme theme() {
        return current.known() ? current.get().theme() : null;
    }

    public @Nullable Member team() {
        return current.member().orElse(null);
    }

    public List<Choice> navigation() {
        var choices = new ArrayList<Choice>();
        choices.add(choice(LayoutWords.SAY.today(), "/"));
        choices.add(choice(LayoutWords.SAY.claims(), "/claims"));
        choices.add(choice(LayoutWords.SAY.stories(), "/stories"));
        choices.add(choice(LayoutWords.SAY.actors(), "/actors"));
        choices.add(choice(LayoutWords.SAY.outlets(), "/outlets"));
        choices.add(choice(LayoutWords.SAY.stances(), "/matrix"));
        choices.add(choice(LayoutWords.SAY.network(), "/network"));
        Viewer viewer = viewer();
        if (viewer != null && viewer.instanceAdmin()) {
            choices.add(choice(LayoutWords.SAY.feeds(), "/feeds"));
            choices.add(choice(LayoutWords.SAY.system(), "/system"));
        }
        return choices;
    }

    /** It stands on each page twice, in a menu and at the side. */
    public List<Choice> teamNavigation() {
        if (ofTeam == null) {
            ofTeam = Optional.ofNullable(team()).map(this::places).orElse(List.of());
        }
        return ofTeam;
    }

    private List<Choice> places(Member team) {
        return List.of(
                choice(LayoutWords.SAY.monitors(), team.home() + "/monitors"),
                choice(LayoutWords.SAY.searches(), team.home() + "/searches"),
                choice(LayoutWords.SAY.basket(), team.home() + "/basket"),
                reviews(team),
                choice(LayoutWords.SAY.digests(), team.home() + "/digests"),
                choice(LayoutWords.SAY.alerts(), team.home() + "/alerts"),
                choice(LayoutWords.SAY.team(), team.home()));
    }

    private Choice reviews(Member team) {
        Choice plain = choice(LayoutWords.SAY.reviews(), team.home() + "/reviews");
        Total total = team.analyses() ? waiting.of(team, current.get().accountId()) : Total.NONE;
        return total.rows() == 0
                ? plain
                : new Choice(
                        plain.label(),
                        plain.href(),
                        plain.current(),
                        new Choice.Waiting(
                                team.home() + "/reviews/queue",
                                total.brief(),
                                LayoutWords.SAY.reviewsWait(total.said(ReviewWords.SAY.readings(total.rows())))));
    }

    /** The same page for each of the viewer's other teams, as far as there is one: their start page. */
    public List<Choice> teams() {
        Viewer viewer = viewer();
        return viewer == null
                ? List.of()
                : viewer.teams().stream()
                        .map(team -> new Choice(team.teamName(), team.home(), team.equals(team())))
                        .toList();
    }

    /** What stands in the search field. */
    public String query() {
        String asked = uri.getQueryParameters().getFirst("q");
        return asked == null ? "" : asked;
    }

    /** Where that is laid out in a form. */
    public String builder() {
        Address here = Address.of(uri);
        Address form = here.path().equals("/search")
                ? here.at("/search/form").without("page", "after", "before")
                : Address.of("/search/form");
        return form.with("q", query().isEmpty() ? null : query()).toString();
    }

    /** Where a form leads back to. */
    public String here() {
        return Address.of(uri).toString();
    }

    private Choice choice(String label, String href) {
        String path = "/" + uri.getPath().replaceFirst("^/+", "");
        boolean exact = path.equals(href);
        boolean below = !href.equals("/") && !href.matches("/teams/[^/]+") && path.startsWith(href + "/");
        return new Choice(label, href, exact || below);
    }
}
