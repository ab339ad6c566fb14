package org.claimwatch.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.claimwatch.web.download.Downloads;

/** A table as a file that somebody downloads. */
@ApplicationScoped
class TableFiles {
    static final String JSON_LINES = "application/x-ndjson;charset=UTF-8";

    private final TableWriter writer;
    private final Downloads downloads;

    TableFiles(TableWriter writer, Downloads downloads) {
        this.writer = writer;
        this.downloads = downloads;
    }

    Response csv(String name, Table table) {
        return downloads.file(name, (out, rows) -> writer.csv(table, out, rows));
    }

    Response jsonLines(String name, Table table) {
        return downloads.file(name, (out, rows) -> writer.jsonLines(table, out, rows));
    }
}
