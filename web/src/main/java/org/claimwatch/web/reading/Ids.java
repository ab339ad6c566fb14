package org.claimwatch.web.reading;

import java.util.List;

/**
 * Any number of ids as one parameter, {@code = any (:ids)}: a list in brackets is a parameter for each, of which PostgreSQL
 * takes 65,535.
 */
public record Ids(List<Long> ids) {
    Long[] array() {
        return ids.toArray(Long[]::new);
    }
}
