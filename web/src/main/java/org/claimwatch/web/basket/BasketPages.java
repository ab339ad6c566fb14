package org.claimwatch.web.basket;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.words.NoteWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** A person's basket. The ticks of a page are one form, so they survive paging without a script, too. */
@Path("/teams/{slug}/basket")
@RunOnVirtualThread
public class BasketPages {
    private final BasketOfPerson basket;
    private final Baskets baskets;
    private final Statements statements;
    private final Results results;
    private final StatementCards cards;
    private final CurrentViewer viewer;
    private final CurrentReader reader;

    public BasketPages(
            BasketOfPerson basket,
            Baskets baskets,
            Statements statements,
            Results results,
            StatementCards cards,
            CurrentViewer viewer,
            CurrentReader reader) {
        this.basket = basket;
        this.baskets = baskets;
        this.statements = statements;
        this.results = results;
        this.cards = cards;
        this.viewer = viewer;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "basket")
    static class Templates {
        static native TemplateInstance basket(BasketPage page);
    }

    @GET
    public TemplateInstance basket(@Context UriInfo uri) {
        Member member = viewer.memberOfThis();
        long account = viewer.get().accountId();
        Condition kept = Baskets.condition(member, account);
        Total total = Total.exactly(statements.count(kept));
        var page = results.page(ResultKind.STATEMENTS, kept, Address.of(uri), total);
        List<Long> shown = page.ids();
        Paging paging = page.paging(total);
        long size = baskets.size(member, account);
        return Templates.basket(new BasketPage(
                member,
                paging,
                Math.max(0, size - paging.total()),
                cards.of(shown, reader.get()),
                new Ticks(member.home() + "/basket", size, shown, new HashSet<>(shown), paging.next())));
    }

    /** A script keeps ticks as they are set, and needs no page in answer. */
    @POST
    @Needs(Role.VIEWER)
    @Transactional
    public Response settle(
            @RestForm @Nullable List<String> shown,
            @RestForm @Nullable List<String> tick,
            @RestForm @Nullable String then,
            @HeaderParam("X-Requested-With") @Nullable String by) {
        Member member = viewer.memberOfThis();
        Set<Long> ticked = ids(tick);
        Set<Long> all = ids(shown);
        all.addAll(ticked);
        if (!basket.settle(member, viewer.get().accountId(), all, ticked)) {
            throw new BadRequestException(NoteWords.SAY.basketFull(BasketOfPerson.ROOM));
        }
        return "JavaScript".equals(by) ? Response.noContent().build() : Back.to(then, member.home() + "/basket");
    }

    @POST
    @Path("/empty")
    @Needs(Role.VIEWER)
    @Transactional
    public Response empty() {
        Member member = viewer.memberOfThis();
        basket.empty(member, viewer.get().accountId());
        return Back.to(member.home() + "/basket");
    }

    private static Set<Long> ids(@Nullable List<String> written) {
        return written == null
                ? new HashSet<>()
                : written.stream()
                        .filter(id -> id.matches("[0-9]{1,18}"))
                        .limit(1_000)
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(HashSet::new));
    }
}
