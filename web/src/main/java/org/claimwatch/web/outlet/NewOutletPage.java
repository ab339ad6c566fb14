package org.claimwatch.web.outlet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.claimwatch.web.outlet.SearchPage.Watched;
import org.claimwatch.web.reading.CurrentReader;
import org.jspecify.annotations.Nullable;

/** The page that asks for an outlet: by its home page alone, or by hand with its feeds. */
@ApplicationScoped
class NewOutletPage {
    private final FeedsFound found;
    private final CurrentReader reader;

    NewOutletPage(FeedsFound found, CurrentReader reader) {
        this.found = found;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "outlet")
    static class Templates {
        static native TemplateInstance add(AddPage page);
    }

    TemplateInstance render(
            String address,
            List<String> addressProblems,
            @Nullable Watched watched,
            OutletForm form,
            List<String> problems) {
        return Templates.add(
                new AddPage(address, addressProblems, watched, found.recent(reader.get()), form, problems));
    }
}
