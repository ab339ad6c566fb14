package org.claimwatch.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Viewer;
import org.jspecify.annotations.Nullable;

/** What stands round every page: who is signed in, for which team, and where one can go. */
@Named("frame")
@RequestScoped
public class Frame {
    private final CurrentViewer current;

    @Context
    UriInfo uri;

    @SuppressWarnings("NullAway.Init")
    public Frame(CurrentViewer current) {
        this.current = current;
    }

    public @Nullable Viewer viewer() {
        return current.known() ? current.get() : null;
    }

    /** Whether single keys act on this page. */
    public boolean keyboard() {
        return current.known() && current.get().keyboard();
    }

    public @Nullable Member team() {
        return current.member().orElse(null);
    }

    public List<Choice> navigation() {
        var choices = new ArrayList<Choice>();
        choices.add(choice("Today", "/"));
        choices.add(choice("Claims", "/claims"));
        choices.add(choice("Stories", "/stories"));
        choices.add(choice("Actors", "/actors"));
        choices.add(choice("Outlets", "/outlets"));
        choices.add(choice("Stances", "/matrix"));
        choices.add(choice("Network", "/network"));
        Viewer viewer = viewer();
        if (viewer != null && viewer.instanceAdmin()) {
            choices.add(choice("System", "/system"));
        }
        return choices;
    }

    public List<Choice> teamNavigation() {
        return Optional.ofNullable(team())
                .map(team -> List.of(
                        choice("Monitors", team.home() + "/monitors"),
                        choice("Searches", team.home() + "/searches"),
                        choice("Basket", team.home() + "/basket"),
                        choice("Reviews", team.home() + "/reviews"),
                        choice("Digests", team.home() + "/digests"),
                        choice("Alerts", team.home() + "/alerts"),
                        choice("Team", team.home())))
                .orElse(List.of());
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
        boolean below = !href.equals("/") && !label.equals("Team") && path.startsWith(href + "/");
        return new Choice(label, href, exact || below);
    }
}
