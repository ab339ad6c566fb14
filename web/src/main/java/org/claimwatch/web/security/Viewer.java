package org.claimwatch.web.security;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person who looks at a page, with all that decides what it shows. */
public record Viewer(
        long accountId,
        String name,
        @Nullable String email,
        ZoneId zone,
        @Nullable String language,
        @Nullable Theme theme,
        boolean keyboard,
        List<Member> teams,
        boolean instanceAdmin) {

    public Optional<Member> in(String slug) {
        return teams.stream().filter(team -> team.slug().equals(slug)).findFirst();
    }
}
