package org.claimwatch.deploy.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/** Rows on their way into the database, as COPY reads them; not for two threads at once. */
final class Rows {
    /** The tables that are filled, each after those that it refers to, and their columns. */
    enum Table {
        OUTLET("id, name, home_url, country, language, ownership, created_at"),
        ACTOR("id, name, kind, affiliation, created_at"),
        ACTOR_ALIAS("id, actor_id, alias"),
        ARTICLE("id, outlet_id, url, announced_title, announced_at, discovered_at, fetch_state, last_fetched_at"),
        ARTICLE_ADDRESS("outlet_id, address, article_id"),
        ARTICLE_VERSION(
                "id, article_id, number, title, text, language, authors, section, published_at, modified_at, fetched_at,"
                        + " content_hash, analysed_at, analysis_version, told_at, is_current"),
        NEAR_DUPLICATE(
                "earlier_article_id, later_article_id, earlier_version_id, later_version_id, similarity, containment,"
                        + " found_at"),
        STATEMENT("id, article_version_id, ordinal, speaker_id, speaker_name, speaker_kind, speaker_affiliation,"
                + " mention_start, mention_end, cue_start, cue_end, form, content, confidence, check_worthy"),
        STATEMENT_CONTENT_SPAN("statement_id, ordinal, span_start, span_end"),
        ATTRIBUTION_HOP("id, statement_id, position, kind, name, span_start, span_end"),
        STANCE(
                "id, article_version_id, statement_id, holder, target, polarity, confidence, evidence_start, evidence_end"),
        CLAIM("id, text, language, check_worthy, created_at"),
        CLAIM_STATEMENT("id, claim_id, statement_id, polarity, confidence"),
        CLAIM_RELATION("id, from_claim_id, to_claim_id, kind, confidence"),
        STORY("id, title, created_at"),
        STORY_ARTICLE("id, story_id, article_id, confidence");

        private final String columns;

        Table(String columns) {
            this.columns = columns;
        }

        String sqlName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether its ids come from a sequence. */
        boolean counted() {
            return columns.startsWith("id,");
        }
    }

    private final Map<Table, StringBuilder> lines = new EnumMap<>(Table.class);

    void add(Table table, @Nullable Object... values) {
        StringBuilder line = lines.computeIfAbsent(table, _ -> new StringBuilder());
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append('\t');
            }
            append(line, values[i]);
        }
        line.append('\n');
    }

    /** Sends them all and forgets them. */
    void copy(CopyManager copying) throws SQLException, IOException {
        for (Map.Entry<Table, StringBuilder> table : lines.entrySet()) {
            String copy = "copy %s (%s) from stdin".formatted(table.getKey().sqlName(), table.getKey().columns);
            copying.copyIn(copy, new StringReader(table.getValue().toString()), 1 << 16);
            table.getValue().setLength(0);
        }
    }

    private static void append(StringBuilder line, @Nullable Object value) {
        if (value == null) {
            line.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(character);
            }
        }
    }
}
