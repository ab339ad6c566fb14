package org.claimwatch.web.article;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import javax.sql.DataSource;
import org.claimwatch.common.task.EraseArticle;
import org.claimwatch.common.task.Queue;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Groups;
import org.jboss.resteasy.reactive.RestPath;

/** Where an administrator has an article erased; ingest does it. */
@Path("/articles/{id:\\d+}/erase")
@RunOnVirtualThread
public class ErasePages {
    private final WhatGoes whatGoes;
    private final CurrentViewer viewer;
    private final DataSource dataSource;
    private final Clock clock;

    public ErasePages(WhatGoes whatGoes, CurrentViewer viewer, DataSource dataSource, Clock clock) {
        this.whatGoes = whatGoes;
        this.viewer = viewer;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "article")
    static class Templates {
        static native TemplateInstance erase(ErasePage page);
    }

    @GET
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public TemplateInstance confirm(@RestPath long id) {
        return Templates.erase(whatGoes.of(id).orElseThrow(NotFoundException::new));
    }

    @POST
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    @Transactional
    public Response erase(@RestPath long id) {
        if (whatGoes.of(id).isEmpty()) {
            throw new NotFoundException();
        }
        Queue.INGEST
                .client(dataSource)
                .scheduleIfNotExists(EraseArticle.TASK
                        .instance(Long.toString(id))
                        .data(new EraseArticle(id, viewer.get().accountId(), clock.instant()))
                        .scheduledTo(clock.instant()));
        return Back.to("/articles/" + id);
    }
}
