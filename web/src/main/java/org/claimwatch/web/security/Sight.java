package org.claimwatch.web.security;

import org.jspecify.annotations.Nullable;

/**
 * What a database connection may see and do; each component is the setting of its name in {@code
 * V202611261400__hide_teams_from_each_other.sql}.
 *
 * @param team whose rows are seen and changed; null for none
 * @param actor the account that acts, for the audit log; null for background work
 * @param rounds whether background work looks, read-only, for rows that are due in any team
 * @param token the hash of a token that its holder showed
 */
record Sight(
        @Nullable Long team,
        @Nullable Long actor,
        boolean rounds,
        @Nullable String token) {
    static final Sight NONE = new Sight(null, null, false, null);
    static final Sight ROUNDS = new Sight(null, null, true, null);

    static Sight ofTeam(long team, @Nullable Long actor) {
        return new Sight(team, actor, false, null);
    }

    static Sight ofToken(String hash) {
        return new Sight(null, null, false, hash);
    }
}
