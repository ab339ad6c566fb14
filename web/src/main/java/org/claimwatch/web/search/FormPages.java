package org.claimwatch.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.query.Query;
import org.jspecify.annotations.Nullable;

/** The form that writes a query; what it wrote is an address like any that one writes oneself. */
@Path("/search/form")
@RunOnVirtualThread
public class FormPages {
    private static final List<String> KEPT = List.of("as", "period", "from", "to");

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance form(FormPage page);
    }

    @GET
    public TemplateInstance form(@Context UriInfo uri) {
        Address search = search(uri);
        String text = Optional.ofNullable(Address.of(uri).get("q")).orElse("");
        Query query = Query.of(text);
        QueryForm form = QueryForm.of(query);
        return page(
                form, search, List.of(), FormPage.note(query, form), search.with("q", text.isEmpty() ? null : text));
    }

    @GET
    @Path("/written")
    public Response written(@Context UriInfo uri) {
        Address search = search(uri);
        QueryForm form = QueryForm.sent(uri.getQueryParameters());
        FormWriting.Outcome outcome = FormWriting.of(form);
        if (!outcome.problems().isEmpty()) {
            return Response.ok(page(form, search, outcome.problems(), null, search))
                    .build();
        }
        String text = outcome.query().text();
        return Back.to(search.with("q", text.isEmpty() ? null : text).toString());
    }

    private static TemplateInstance page(
            QueryForm form, Address search, List<String> problems, @Nullable String note, Address back) {
        return Templates.form(
                new FormPage(form, FormPage.rows(form), search.parameters(), problems, note, back.toString()));
    }

    private static Address search(UriInfo uri) {
        Address here = Address.of(uri);
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = here.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return new Address("/search", kept);
    }
}
