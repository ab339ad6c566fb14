package org.claimwatch.web.mail;

import jakarta.enterprise.context.ApplicationScoped;

/** The page behind the link in a mail's footer, for whoever looks at all pages. */
@ApplicationScoped
public class StopLink {
    private final Stop stop;

    StopLink(Stop stop) {
        this.stop = stop;
    }

    public String path(long team) {
        return Stop.PATH
                + stop.token(team, new MailList("digest-1", "the digest “Ceasefire on the Orrin”"), "stop@example.org");
    }
}
