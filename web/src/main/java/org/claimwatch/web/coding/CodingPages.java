package org.claimwatch.web.coding;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.coding.CodingPage.CoderLine;
import org.claimwatch.web.coding.CodingPage.CodingList;
import org.claimwatch.web.coding.CodingPage.FieldLine;
import org.claimwatch.web.coding.CodingPage.Item;
import org.claimwatch.web.coding.CodingPage.ReadingOfItem;
import org.claimwatch.web.coding.CodingPage.RoundLine;
import org.claimwatch.web.coding.CodingRounds.Agreement;
import org.claimwatch.web.coding.CodingRounds.Passage;
import org.claimwatch.web.coding.CodingRounds.Round;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.Numbered;
import org.claimwatch.web.reading.ClaimsByWords;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.MarkedText;
import org.claimwatch.web.reading.MarkedText.Mark;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.words.CodingWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Rounds of blind coding, the passage that one reads next, and the agreement at the end. */
@Path("/teams/{slug}/coding")
@RunOnVirtualThread
public class CodingPages {
    private static final int MOST = 500;
    static final int MOST_CLAIMS = 6;
    private static final int LONGEST_NAME = 200;
    private static final List<String> FORMS = List.of("DIRECT", "INDIRECT", "MIXED", "NONE");
    private static final List<String> SIDES = List.of("FAVOR", "AGAINST", "NEUTRAL", "NONE");

    private final CodingRounds rounds;
    private final Readings readings;
    private final ClaimsByWords claims;
    private final CurrentViewer viewer;
    private final CurrentReader reader;

    public CodingPages(
            CodingRounds rounds, Readings readings, ClaimsByWords claims, CurrentViewer viewer, CurrentReader reader) {
        this.rounds = rounds;
        this.readings = readings;
        this.claims = claims;
        this.viewer = viewer;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "coding")
    static class Templates {
        static native TemplateInstance rounds(CodingList page);

        static native TemplateInstance round(CodingPage page);
    }

    @GET
    public TemplateInstance list() {
        return list(List.of());
    }

    @POST
    @Needs(Role.ANALYST)
    @Transactional
    public Response draw(@RestForm @Nullable String name, @RestForm @Nullable String size) {
        Member member = viewer.memberOfThis();
        String called = name == null ? "" : name.strip();
        int passages = size != null && size.matches("[0-9]{1,4}") ? Integer.parseInt(size) : 0;
        if (called.isEmpty() || called.length() > LONGEST_NAME || rounds.named(member, called)) {
            return refused(CodingWords.SAY.nameIt());
        }
        if (passages < 1 || passages > MOST) {
            return refused(CodingWords.SAY.size());
        }
        return Back.to("%s/coding/%d"
                .formatted(member.home(), rounds.draw(member, viewer.get().accountId(), called, passages)));
    }

    @GET
    @Path("/{id:\\d+}")
    public TemplateInstance round(@RestPath long id, @Context UriInfo uri) {
        return page(one(id), Address.of(uri), List.of());
    }

    @POST
    @Path("/{id:\\d+}")
    @Needs(Role.ANALYST)
    @Transactional
    public Response code(
            @RestPath long id,
            @RestForm long item,
            @RestForm @Nullable String form,
            @RestForm @Nullable String speaker,
            @RestForm @Nullable String polarity,
            @RestForm @Nullable String start,
            @RestForm @Nullable String end,
            @RestForm @Nullable String claim,
            @Context UriInfo uri) {
        Round round = one(id);
        String name = Objects.requireNonNullElse(speaker, "").strip();
        if (form == null
                || polarity == null
                || !FORMS.contains(form)
                || !SIDES.contains(polarity)
                || name.length() > LONGEST_NAME
                || (name.isEmpty() && !form.equals(Answer.NONE))) {
            return refused(round, uri, CodingWords.SAY.choose());
        }
        Integer from = number(start);
        Integer to = number(end);
        Passage passage = rounds.passage(id, item).orElse(null);
        if (passage != null && (from != null || to != null) && !within(passage, from, to)) {
            return refused(round, uri, CodingWords.SAY.wordsWithin());
        }
        Member member = viewer.memberOfThis();
        boolean none = form.equals(Answer.NONE);
        rounds.code(
                member,
                id,
                item,
                viewer.get().accountId(),
                new Answer(
                        form,
                        none ? "" : name,
                        polarity,
                        none ? null : from,
                        none ? null : to,
                        none || claim == null || !claim.matches("NONE|[0-9]{1,18}") ? null : claim));
        return Back.to("%s/coding/%d".formatted(member.home(), id));
    }

    /** Whoever is not through by then is left out of the figures. */
    @POST
    @Path("/{id:\\d+}/close")
    @Needs(Role.ANALYST)
    @Transactional
    public Response close(@RestPath long id) {
        Member member = viewer.memberOfThis();
        rounds.close(member, viewer.get().accountId(), one(id).id());
        return Back.to("%s/coding/%d".formatted(member.home(), id));
    }

    private Response refused(Round round, UriInfo uri, String problem) {
        return Response.status(422)
                .entity(page(round, Address.of(uri), List.of(problem)))
                .build();
    }

    private static boolean within(Passage passage, @Nullable Integer from, @Nullable Integer to) {
        return from != null
                && to != null
                && from < to
                && to <= passage.text().codePointCount(0, passage.text().length());
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.strip().matches("[0-9]{1,7}") ? Integer.valueOf(text.strip()) : null;
    }

    private Round one(long id) {
        return rounds.one(viewer.memberOfThis(), viewer.get().accountId(), id).orElseThrow(NotFoundException::new);
    }

    private Response refused(String problem) {
        return Response.status(422).entity(list(List.of(problem))).build();
    }

    private TemplateInstance list(List<String> problems) {
        Member member = viewer.memberOfThis();
        return Templates.rounds(new CodingList(
                member,
                rounds.of(member, viewer.get().accountId()).stream()
                        .map(r -> new RoundLine(
                                r.id(),
                                r.name(),
                                r.items(),
                                r.mine(),
                                r.by(),
                                reader.get().when(r.createdAt()),
                                !r.open()))
                        .toList(),
                problems));
    }

    private TemplateInstance page(Round round, Address here, List<String> problems) {
        Member member = viewer.memberOfThis();
        List<Agreement> agreements = rounds.agreements(round);
        List<ReadingOfItem> all = readings.of(round);
        var numbered = Numbered.of(all.size(), here);
        return Templates.round(new CodingPage(
                member,
                round.id(),
                round.name(),
                round.items(),
                round.mine(),
                rounds.coders(round.id()).stream()
                        .map(coder -> new CoderLine(coder.name(), coder.done(), coder.through(round)))
                        .toList(),
                member.analyses()
                        ? rounds.next(round.id(), viewer.get().accountId())
                                .map(this::item)
                                .orElse(null)
                        : null,
                agreements == null
                        ? null
                        : agreements.stream().map(FieldLine::of).toList(),
                numbered.of(all),
                numbered.paging(),
                round.closedAt() == null ? null : reader.get().when(round.closedAt()),
                problems));
    }

    private Item item(Passage passage) {
        var span = new TextSpan(passage.contentStart(), passage.contentEnd());
        var window = MarkedText.around(passage.text(), span, passage.language());
        String words = span.cut(passage.text());
        return new Item(
                passage.id(),
                passage.language() == null ? "" : passage.language(),
                new MarkedText(passage.text()).runs(window, List.of(new Mark(span, "content", passage.id()))),
                passage.outlet(),
                passage.target(),
                passage.text(),
                span.start(),
                span.end(),
                words,
                claims.like(words, 0, MOST_CLAIMS));
    }
}
