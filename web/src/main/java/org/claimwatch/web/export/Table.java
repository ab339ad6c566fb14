package org.claimwatch.web.export;

import java.util.List;
import java.util.Map;

/**
 * Rows that go out as a file.
 *
 * @param columns as the file and the query name them
 * @param rows the query, in its order
 * @param counted a query of one number: how many rows that is
 */
record Table(List<String> columns, String rows, String counted, Map<String, Object> parameters) {
    static Table of(List<String> columns, String rows, Map<String, Object> parameters) {
        return new Table(columns, rows, "select count(*) from (%s) counted".formatted(rows), parameters);
    }
}
