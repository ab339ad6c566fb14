package org.claimwatch.web.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Theme;
import org.claimwatch.web.security.Viewer;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.TeamWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a person sets: language, colours and time zone of pages, whether keys act on them; and new addresses for private feeds. */
@Path("/account")
@RunOnVirtualThread
public class AccountPages {
    private final EntityManager entities;
    private final CurrentViewer viewer;

    public AccountPages(EntityManager entities, CurrentViewer viewer) {
        this.entities = entities;
        this.viewer = viewer;
    }

    /** A person's own settings. */
    public record AccountPage(Viewer viewer, List<String> zones) {
        public List<Theme> themes() {
            return List.of(Theme.values());
        }
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance account(AccountPage page);
    }

    @GET
    public TemplateInstance account() {
        return Templates.account(new AccountPage(
                viewer.get(), ZoneId.getAvailableZoneIds().stream().sorted().toList()));
    }

    @POST
    @Transactional
    public Response change(
            @RestForm @Nullable String zone,
            @RestForm @Nullable String keyboard,
            @RestForm @Nullable String language,
            @RestForm @Nullable String theme) {
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new BadRequestException(TeamWords.SAY.noTimeZone(zone == null ? "" : zone));
        }
        Account account = entities.find(Account.class, viewer.get().accountId());
        account.timeZone = zone;
        account.keyboard = "on".equals(keyboard);
        account.theme = Theme.of(theme).orElse(null);
        account.language = Language.of(language).map(Language::tag).orElse(null);
        return Back.to("/account");
    }

    /** For whoever gave an address away: all of them are new, and the old ones answer nothing. */
    @POST
    @Path("/feeds")
    @Transactional
    public Response renewFeeds() {
        entities.find(Account.class, viewer.get().accountId()).feedNumber++;
        return Back.to("/account");
    }
}
