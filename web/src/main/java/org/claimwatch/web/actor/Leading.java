package org.claimwatch.web.actor;

import java.util.List;

/**
 * The first rows of a list that may be longer.
 *
 * @param total of how many
 */
public record Leading<T>(List<T> rows, long total) {
    public boolean cut() {
        return rows.size() < total;
    }
}
