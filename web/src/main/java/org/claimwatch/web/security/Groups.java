package org.claimwatch.web.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the identity provider's groups say: {@code /teams/<slug>/<role>} and {@code /instance-admins}.
 *
 * @param roleByTeam the strongest role in each team, by the team's slug
 */
public record Groups(Map<String, Role> roleByTeam, boolean instanceAdmin) {
    public static final String INSTANCE_ADMINS = "/instance-admins";

    private static final Pattern TEAM = Pattern.compile("/teams/([a-z0-9]+(?:-[a-z0-9]+)*)/([a-z]+)");

    /** Groups that mean nothing here are left aside: the provider may serve other applications too. */
    public static Groups of(Collection<String> paths) {
        var roles = new TreeMap<String, Role>();
        for (String path : paths) {
            Matcher team = TEAM.matcher(path);
            if (team.matches()) {
                Arrays.stream(Role.values())
                        .filter(role -> role.name().equalsIgnoreCase(team.group(2)))
                        .forEach(role -> roles.merge(team.group(1), role, (a, b) -> a.covers(b) ? a : b));
            }
        }
        return new Groups(Map.copyOf(roles), paths.contains(INSTANCE_ADMINS));
    }
}
