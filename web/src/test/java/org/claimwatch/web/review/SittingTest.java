package org.claimwatch.web.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.review.ReviewQueue.Of;
import org.claimwatch.web.review.ReviewQueue.Progress;
import org.claimwatch.web.review.ReviewQueue.Waiting;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sitting at the review queue is like: what comes first, how far one is, and the way back. */
@QuarkusTest
@AsBen
class SittingTest {
    private static final String REVIEWS = "/teams/river-desk/reviews";
    private static final String QUEUE = REVIEWS + "/queue";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    @Inject
    ReviewQueue queue;

    @Inject
    Rows rows;

    private Member member;
    private long ben;

    @BeforeEach
    void sit_down() {
        press.gold();
        assertThat(given().get(QUEUE).statusCode()).isEqualTo(200);
        member = new Member(desk.teamId("river-desk"), "river-desk", "River desk", Role.ANALYST);
        ben = rows.number("select id from account where subject = 'subject-of-ben'", Map.of());
        forget();
    }

    @AfterEach
    void forget() {
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("delete from review_skip").executeUpdate());
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("delete from review where account_id = " + ben)
                        .executeUpdate());
        sql("delete from statement where speaker_name = 'One of many'");
        sql("update statement set confidence = %s where confidence < 0.5".formatted(Press.CONFIDENCE));
    }

    @Test
    void undoing_takes_back_the_last_act_a_skip_too_and_then_the_one_before() {
        long first = shown();
        verdict(first, "ACCEPTED");
        long second = shown();
        Forms.postAndFollow(REVIEWS + "/skip", Map.of("statement", second));
        assertThat(shown()).isNotIn(first, second);
        assertThat(given().get(QUEUE).asString()).contains("Undo skipping <bdi>");
        String skip = undo();
        assertThat(shown()).as("what was skipped is back").isEqualTo(second);
        assertThat(Forms.post(REVIEWS + "/skip/undo", Map.of("skip", skip)).statusCode())
                .as("once")
                .isEqualTo(404);
        assertThat(given().get(QUEUE).asString()).contains("Undo accepting <bdi>");
        undo();
        assertThat(shown()).isEqualTo(first);
        assertThat(given().get(QUEUE).asString()).doesNotContain("data-key=\"u\"");
    }

    @Test
    void what_was_done_in_another_sitting_is_not_taken_back() {
        verdict(shown(), "REJECTED");
        Forms.postAndFollow(REVIEWS + "/skip", Map.of("statement", shown()));
        assertThat(given().get(QUEUE).asString()).contains("data-key=\"u\"");
        Instant before = Instant.now().minus(Sitting.LASTS).minusSeconds(1);
        age("review", "created_at", before);
        age("review_skip", "skipped_at", before);
        assertThat(given().get(QUEUE).asString()).doesNotContain("data-key=\"u\"");
    }

    @Test
    void progress_and_pace_are_ones_own_and_leave_out_what_was_undone() {
        Instant midnight = Instant.now().minus(Duration.ofHours(8));
        long waiting = progress(midnight).waiting();
        for (int i = 0; i < 3; i++) {
            verdict(shown(), "ACCEPTED");
        }
        assertThat(progress(midnight)).isEqualTo(new Progress(waiting - 3, false, 3, 3));
        assertThat(given().get(QUEUE).asString())
                .contains("<b>3</b> reviewed by you today", "3 in the last hour", (waiting - 3) + " readings wait");
        undo();
        assertThat(progress(midnight)).isEqualTo(new Progress(waiting - 2, false, 2, 2));
        age("review", "created_at", Instant.now().minus(Duration.ofMinutes(61)));
        assertThat(progress(midnight)).isEqualTo(new Progress(waiting - 2, false, 2, 0));
        age("review", "created_at", midnight.minusSeconds(1));
        assertThat(progress(midnight)).isEqualTo(new Progress(waiting - 2, false, 0, 0));
        Forms.postAndFollow(REVIEWS + "/skip", Map.of("statement", shown()));
        assertThat(progress(midnight)).as("a skip is no review").isEqualTo(new Progress(waiting - 3, false, 0, 0));
    }

    @Test
    void of_two_that_are_equally_doubtful_the_one_that_more_outlets_carry_comes_first() {
        long wide = reading("desc");
        long narrow = reading("asc");
        sql("update statement set confidence = 0.31 where id in (%d, %d)".formatted(wide, narrow));
        Waiting first = next();
        assertThat(first.id()).isEqualTo(wide);
        assertThat(first.outlets()).isGreaterThan(1);
        Forms.postAndFollow(REVIEWS + "/skip", Map.of("statement", wide));
        assertThat(next().id()).isEqualTo(narrow);
        assertThat(next().outlets()).isEqualTo(1);
        sql("update statement set confidence = 0.05 where id = " + narrow);
        Forms.postAndFollow(
                REVIEWS + "/skip/undo",
                Map.of("skip", desk.in("river-desk", () -> rows.number("select id from review_skip", Map.of()))));
        double wideScore = (1.001 - 0.31) * (1 + Math.log(1.0 + first.outlets()));
        double narrowScore = (1.001 - 0.05) * (1 + Math.log(2));
        assertThat(next().id()).as("doubt times spread").isEqualTo(wideScore > narrowScore ? wide : narrow);
    }

    @Test
    void beyond_the_limit_more_wait_and_the_older_ones_move_up() {
        long before = progress(Instant.now()).waiting();
        many(ReviewQueue.NEWEST + 1);
        Progress progress = progress(Instant.now());
        assertThat(progress.waiting()).isEqualTo(ReviewQueue.NEWEST);
        assertThat(progress.more()).isTrue();
        assertThat(given().get(QUEUE).asString()).contains("more than 2,000 readings wait");
        var told = given().get("/api/v1/teams/river-desk/reviews/queue").jsonPath();
        assertThat(told.getLong("waiting")).isEqualTo(ReviewQueue.NEWEST);
        assertThat(told.getBoolean("atLeast")).isTrue();
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("""
                        insert into review (team_id, account_id, article_version_id, statement_id, content_start, content_end,
                          speaker_name, verdict, created_at)
                        select :team, :account, s.article_version_id, s.id, p.span_start, p.span_end, s.speaker_name, 'ACCEPTED', now()
                        from statement s join statement_content_span p on p.statement_id = s.id
                        where s.speaker_name = 'One of many'""")
                        .setParameter("team", member.teamId())
                        .setParameter("account", ben)
                        .executeUpdate());
        assertThat(progress(Instant.now())).isEqualTo(new Progress(before, false, 0, ReviewQueue.NEWEST + 1));
        assertThat(shown()).as("one of the press, older than all of those").isPositive();
    }

    private void many(int count) {
        sql("""
            with made as (
              insert into statement (article_version_id, ordinal, speaker_name, speaker_kind, form, content, confidence, check_worthy)
              select (select max(id) from article_version where is_current), 1000 + n, 'One of many', 'UNNAMED', 'INDIRECT', 'x', 0.9, 0
              from generate_series(1, %d) n returning id, ordinal)
            insert into statement_content_span (statement_id, ordinal, span_start, span_end)
            select id, 0, ordinal, ordinal + 1 from made""".formatted(count));
    }

    /** One that waits in this team, whatever others of it have judged in other tests. */
    private long reading(String order) {
        return desk.in("river-desk", () -> rows.number("""
                select s.id from claim_statement cs join statement s on s.id = cs.statement_id
                join article_version v on v.id = s.article_version_id and v.is_current
                join claim_seen seen on seen.claim_id = cs.claim_id
                where not exists (
                  select from review r where r.article_version_id = v.id and r.undone_at is null
                    and r.content_start = (select min(span_start) from statement_content_span p where p.statement_id = s.id)
                    and r.content_end = (select max(span_end) from statement_content_span p where p.statement_id = s.id))
                order by (select count(distinct a.outlet_id) from claim_statement x join statement t on t.id = x.statement_id
                          join article_version y on y.id = t.article_version_id join article a on a.id = y.article_id
                          where x.claim_id = cs.claim_id) %s, s.id limit 1""".formatted(order), Map.of()));
    }

    private Waiting next() {
        return desk.in("river-desk", () -> queue.next(Of.ALL, member, ben).orElseThrow());
    }

    private Progress progress(Instant startOfDay) {
        return desk.in("river-desk", () -> queue.progress(Of.ALL, member, ben, startOfDay));
    }

    private void age(String table, String column, Instant to) {
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery(
                                "update %s set %s = :to where account_id = :account".formatted(table, column))
                        .setParameter("to", to)
                        .setParameter("account", ben)
                        .executeUpdate());
    }

    private void sql(String change) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(change).executeUpdate());
    }

    private static void verdict(long statement, String verdict) {
        Forms.postAndFollow(REVIEWS, Map.of("statement", statement, "verdict", verdict, "back", QUEUE));
    }

    private static long shown() {
        return Long.parseLong(found("name=\"statement\" value=\"(\\d+)\""));
    }

    /** Presses the button; the number of the skip that it took back, or nothing. */
    private static String undo() {
        String page = given().get(QUEUE).asString();
        Matcher form = Pattern.compile("action=\"([^\"]+/undo)\"").matcher(page);
        assertThat(form.find()).isTrue();
        Matcher skip = Pattern.compile("name=\"skip\" value=\"(\\d+)\"").matcher(page);
        boolean skipped = skip.find();
        Forms.postAndFollow(form.group(1), skipped ? Map.of("skip", skip.group(1)) : Map.of());
        return skipped ? skip.group(1) : "";
    }

    private static String found(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(given().get(QUEUE).asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
