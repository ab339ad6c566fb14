package org.claimwatch.web.outlet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.Groups;
import org.claimwatch.web.words.FeedWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Handing in a list of outlets, as OPML or CSV, and looking at what it would change before it does. */
@Path("/outlets/import")
@RunOnVirtualThread
public class ImportPages {
    private static final long LARGEST = 2 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final OutletImports imports;
    private final CurrentReader reader;

    public ImportPages(OutletImports imports, CurrentReader reader) {
        this.imports = imports;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "outlet")
    static class Templates {
        static native TemplateInstance upload(List<String> problems);

        static native TemplateInstance preview(ImportPage page);
    }

    @GET
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public TemplateInstance form() {
        return Templates.upload(List.of());
    }

    @POST
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response upload(@RestForm("list") @Nullable FileUpload list) {
        if (list == null || list.size() == 0) {
            return refused("Choose a file first: OPML from a feed reader, or a table as CSV.");
        }
        if (list.size() > LARGEST) {
            return refused(FeedWords.SAY.tooLarge(LARGEST / 1024 / 1024));
        }
        try {
            String name = list.fileName() == null ? "list" : list.fileName();
            String shortName = name.substring(0, Math.min(name.length(), LONGEST_NAME));
            return Back.to("/outlets/import/" + imports.keep(shortName, Files.readAllBytes(list.uploadedFile())));
        } catch (IOException e) {
            throw new UncheckedIOException("the uploaded file cannot be read", e);
        }
    }

    @GET
    @Path("/{id:\\d+}")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public TemplateInstance preview(@RestPath long id) {
        OutletImport handedIn = imports.find(id).orElseThrow(NotFoundException::new);
        var now = reader.get();
        return Templates.preview(new ImportPage(
                id,
                handedIn.fileName,
                imports.plan(handedIn.content),
                handedIn.outcome,
                When.ofNullable(handedIn.takenAt, now.now(), now.zone())));
    }

    @POST
    @Path("/{id:\\d+}")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response take(@RestPath long id) {
        if (!imports.take(id)) {
            throw new NotFoundException();
        }
        return Back.to("/outlets/import/" + id);
    }

    private static Response refused(String problem) {
        return Response.status(422).entity(Templates.upload(List.of(problem))).build();
    }
}
