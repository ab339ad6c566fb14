package org.claimwatch.web.merge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.Forms;

/** What people of the river desk decide of who is who, against the press as the machine reads it. */
@ApplicationScoped
class Decisions {
    static final String MERGES = "/teams/river-desk/merges";

    private final Database database;

    Decisions(Database database) {
        this.database = database;
    }

    /** Every reading, and every name and relation that is nobody's word. */
    String everything() {
        return database.text("""
                select string_agg(line, chr(10) order by line) from (
                  select concat_ws('|', 's', id, speaker_id, speaker_name, speaker_kind, (select words from statement_words where statement_id = id)) as line
                  from statement
                  union all select concat_ws('|', 'c', id, claim_id, polarity) from claim_statement) lines""");
    }

    /** The newest of actors or claims, by its form. */
    void undo(String subjects) {
        long id = database.number(
                "select max(id) from %s_identity where undone_at is null".formatted(subjects.replaceFirst("s$", "")));
        String path = MERGES + "/" + subjects + "/decisions/" + id + "/undo";
        assertThat(Forms.postAndFollow(path, Map.of())).isEqualTo(MERGES);
        assertThat(Forms.post(path, Map.of()).statusCode()).as("once").isEqualTo(404);
        assertThat(database.number("""
                select (select count(*) from actor_alias x where carried and actor_meant(x.actor_id, null) = x.actor_id
                          and not exists (select from actor_identity where undone_at is null))
                     + (select count(*) from claim_relation where carried
                          and not exists (select from claim_identity where undone_at is null))"""))
                .as("names and relations that it brought")
                .isZero();
    }

    /** As the machine stores a version anew: its own reading, then what people said. */
    void readAnew(String before) {
        database.run("""
                update statement set speaker_id = read_speaker_id, speaker_name = read_speaker_name, speaker_kind = read_speaker_kind,
                  read_speaker_id = null, read_speaker_name = null, read_speaker_kind = null where read_speaker_id is not null""");
        database.run("""
                update claim_statement set claim_id = read_claim_id, polarity = read_polarity, read_claim_id = null, read_polarity = null
                where read_claim_id is not null""");
        assertThat(everything()).as("people's decisions are out of it").isEqualTo(before);
        database.run("select settle_version(id) from article_version");
    }

    void takeAllBack() {
        for (String subject : List.of("actor", "claim")) {
            database.run("update %s_identity set undone_at = now(), undone_by = decided_by where undone_at is null"
                    .formatted(subject));
            database.run("select settle_%1$ss(array(select from_%1$s_id from %1$s_identity))".formatted(subject));
        }
    }
}
