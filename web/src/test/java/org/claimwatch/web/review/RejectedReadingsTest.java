package org.claimwatch.web.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.Team;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Axe;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.SettableClock;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a team said of a reading holds wherever the reading leaves the house: in its digests, shared lists and files. */
@QuarkusTest
@AsAda
class RejectedReadingsTest {
    private static final String TEAM = "river-desk";
    private static final String REVIEWS = "/teams/river-desk/reviews";
    private static final Instant SAID = Instant.parse("2033-03-03T10:00:00Z");
    private static final String WORDS = "quincunxes are to be planted in Solwick";
    private static final String DENIAL = "quincunxes will never be planted";

    /** A minute of its own for each test: shared lists count theirs. */
    private static int minutes;

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Stranger stranger;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager entities;

    private final List<Stranger.Rows> rows = new ArrayList<>();
    private Made made = new Made(0, 0, 0);

    @BeforeEach
    void somebody_asserts_and_somebody_denies() {
        press.gold();
        clock.set(SAID.plus(Duration.ofMinutes(++minutes)));
        rows.add(stranger.put(WORDS, "https://one.quincunx.example/", 0.95f, SAID));
        rows.add(stranger.put(DENIAL, "https://two.quincunx.example/", 0.95f, SAID.plusSeconds(10)));
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update claim_statement set claim_id = %d, polarity = 'DENIES' where claim_id = %d"
                                        .formatted(
                                                rows.getFirst().claim(),
                                                rows.getLast().claim()))
                        .executeUpdate());
        made = desk.make(TEAM, "Quincunxes " + minutes, "quincunxes", SAID.minusSeconds(600), "a@example.org");
    }

    @AfterEach
    void end() {
        rows.forEach(stranger::remove);
        desk.in(
                TEAM,
                () -> entities.createQuery("delete from Monitor where name like 'Quincunxes %'")
                        .executeUpdate());
        clock.reset();
    }

    @Test
    void what_is_rejected_is_told_in_no_digest_and_no_shared_list_until_that_is_undone() {
        String list = share();
        assertThat(digest()).contains("1 contradiction: Quincunxes", "denies: " + DENIAL);
        assertThat(given().get(list).asString()).contains("<b>2</b> statements", DENIAL);

        reject(statement(1));
        assertThat(digest()).contains("1 new claim: Quincunxes", WORDS).doesNotContain("contradiction", DENIAL);
        assertThat(given().get(list).asString())
                .contains("<b>1</b> statement<", WORDS)
                .doesNotContain(DENIAL);
        assertThat(given().get("/search?q=quincunxes&period=all").asString())
                .as("within the house it stays, with the verdict beside it")
                .contains(DENIAL, "rejected this reading");

        reject(statement(0));
        assertThat(digest()).contains("Nothing new").doesNotContain(WORDS);
        assertThat(given().get(list).asString()).contains("<b>0</b> statements");

        undo(statement(1));
        assertThat(digest()).contains("1 new claim: Quincunxes", "denies: " + DENIAL);
        assertThat(given().get(list).asString()).contains("<b>1</b> statement<", DENIAL);
    }

    @Test
    void the_newest_word_of_the_team_counts_and_another_teams_never() {
        String list = share();
        review("health-desk", statement(1), Verdict.REJECTED, clock.instant());
        assertThat(digest()).contains("1 contradiction: Quincunxes");
        assertThat(given().get(list).asString()).contains("<b>2</b> statements").doesNotContain("by a person");

        reject(statement(1));
        assertThat(digest()).contains("1 new claim: Quincunxes");
        review(TEAM, statement(1), Verdict.ACCEPTED, clock.instant().plusSeconds(1));
        assertThat(digest()).contains("1 contradiction: Quincunxes", "● confirmed by a person");
        assertThat(given().get(list).asString()).contains("<b>2</b> statements", "confirmed by a person");
    }

    @Test
    void what_is_corrected_leaves_the_house_as_corrected_with_a_mark_and_without_a_name() {
        Statement denial = statement(1);
        int end = StatementCards.end(denial) - " be planted".length();
        Forms.postAndFollow(
                REVIEWS + "/correct",
                Map.of(
                        "statement",
                        denial.id,
                        "start",
                        StatementCards.start(denial),
                        "end",
                        end,
                        "speaker",
                        "Nadia <Ferrow>",
                        "target",
                        DENIAL,
                        "polarity",
                        "AGAINST"));
        String read =
                "the speaker as “" + DENIAL + "”, the words as " + DENIAL + ", the stance as “▲ favours " + DENIAL;
        assertThat(digest())
                .contains(
                        "denies: Nadia <Ferrow>, paraphrase",
                        "\n     quincunxes will never\n",
                        "Nadia <Ferrow> → " + DENIAL,
                        "● corrected by a person; the machine read " + read)
                .doesNotContain("Ada");
        String list = share();
        assertThat(given().get(list).asString())
                .contains("Nadia &lt;Ferrow&gt;", ">quincunxes will never</blockquote>", "corrected by a person")
                .doesNotContain("Ada", ">" + DENIAL + "</blockquote>");
        look(list);
    }

    @Test
    void what_is_said_to_make_another_claim_is_no_news_of_this_one() {
        correct(statement(1), Map.of("claim", press.claim("cf-obs-both")));
        assertThat(digest()).contains("1 new claim: Quincunxes").doesNotContain("contradiction", DENIAL);
        assertThat(given().get(share()).asString()).contains("<b>2</b> statements", "corrected by a person");
    }

    @Test
    void a_member_has_the_teams_word_in_the_columns_of_a_file() {
        Statement denial = statement(1);
        reject(statement(0));
        correct(denial, Map.of("speaker", "Nadia Ferrow", "target", "planting", "polarity", "AGAINST"));
        String csv = given().get("/statements.csv?q=quincunxes&period=all").asString();
        assertThat(csv.lines().findFirst().orElseThrow())
                .endsWith(
                        ",verdict,corrected_speaker,corrected_content,corrected_stance,corrected_claim_id,corrected_claim_polarity");
        assertThat(csv.lines().toList())
                .anySatisfy(line -> assertThat(line).contains("," + WORDS + ",").endsWith(",REJECTED,,,,,"))
                .anySatisfy(line -> assertThat(line)
                        .contains("," + DENIAL + ",")
                        .endsWith(",CORRECTED,Nadia Ferrow,,\"NONE " + DENIAL + "; AGAINST planting\",,"));
        String lines = given().get("/statements.jsonl?q=quincunxes&period=all").asString();
        assertThat(lines)
                .contains("\"verdict\":\"REJECTED\"", "\"corrected_speaker\":\"Nadia Ferrow\"")
                .doesNotContain("\"corrected_content\"");
        assertThat(given().get("/teams/river-desk/monitors/%d/export/statements.csv?period=all"
                                .formatted(made.monitor()))
                        .asString())
                .contains(",REJECTED,,,,", ",CORRECTED,Nadia Ferrow,");

        desk.in(
                TEAM,
                () -> entities.createQuery("delete from Review where statement.id in ?1")
                        .setParameter(1, List.of(denial.id, statement(0).id))
                        .executeUpdate());
        review("health-desk", denial, Verdict.REJECTED, clock.instant());
        assertThat(given().get("/statements.csv?q=quincunxes&period=all").asString())
                .as("another team's word is not told")
                .doesNotContain("REJECTED");
    }

    @Test
    void a_corrected_split_quotation_keeps_its_narrators_words_out() {
        Statement split = QuarkusTransaction.requiringNew()
                .call(() -> loaded(entities.createQuery("""
                        from Statement s where s.form = ?1 and size(s.contentSpans) > 1 order by s.id""", Statement.class)
                        .setParameter(1, StatementForm.DIRECT)
                        .setMaxResults(1)
                        .getSingleResult()));
        List<TextSpan> spans = split.contentSpans;
        String wanted = spans.stream()
                .map(span -> span.equals(spans.getLast()) ? new TextSpan(span.start(), span.end() - 1) : span)
                .map(span -> span.start() + "-" + span.end())
                .collect(Collectors.joining("; "));
        Object[] judged = desk.in(TEAM, () -> {
            var review = new Review(
                    entities.getReference(Team.class, desk.teamId(TEAM)),
                    somebody(),
                    split,
                    Verdict.CORRECTED,
                    null,
                    clock.instant());
            review.correctedStart = StatementCards.start(split);
            review.correctedEnd = StatementCards.end(split) - 1;
            entities.persist(review);
            entities.flush();
            try {
                return (Object[]) entities.createNativeQuery(
                                "select corrected_spans, corrected_content from judged_statement where statement_id = "
                                        + split.id)
                        .getSingleResult();
            } finally {
                entities.remove(review);
            }
        });
        assertThat(judged[0]).isEqualTo(wanted);
        assertThat((String) judged[1])
                .isEqualTo(Arrays.stream(wanted.split("; "))
                        .map(span -> span.split("-"))
                        .map(ends -> new TextSpan(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                                .cut(split.articleVersion.text))
                        .collect(Collectors.joining(" … ")));
    }

    private String digest() {
        return given().get("/teams/river-desk/digests/%d/preview/text".formatted(made.digest()))
                        .asString()
                + given().get("/teams/river-desk/digests/%d/preview".formatted(made.digest()))
                        .asString()
                        .replaceAll("(?s).*<h1>Preview</h1>|<section.*", "");
    }

    private String share() {
        var link = Pattern.compile("/shared/[A-Za-z0-9_-]{43}")
                .matcher(Forms.post("/teams/river-desk/shares", Map.of("monitor", made.monitor(), "days", 366))
                        .asString());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static void reject(Statement statement) {
        Forms.postAndFollow(REVIEWS, Map.of("statement", statement.id, "verdict", "REJECTED"));
    }

    private static void correct(Statement statement, Map<String, Object> how) {
        var fields = new java.util.HashMap<>(how);
        fields.put("statement", statement.id);
        Forms.postAndFollow(REVIEWS + "/correct", fields);
    }

    private void undo(Statement statement) {
        long review = desk.in(
                TEAM,
                () -> entities.createQuery("select max(id) from Review where statement.id = ?1", Long.class)
                        .setParameter(1, statement.id)
                        .getSingleResult());
        Forms.postAndFollow(REVIEWS + "/" + review + "/undo", Map.of());
    }

    private void review(String team, Statement statement, Verdict verdict, Instant at) {
        desk.in(team, () -> {
            entities.persist(new Review(
                    entities.getReference(Team.class, desk.teamId(team)), somebody(), statement, verdict, null, at));
            return true;
        });
    }

    private Account somebody() {
        return entities.createQuery("from Account order by id", Account.class)
                .setMaxResults(1)
                .getSingleResult();
    }

    private Statement statement(int which) {
        return QuarkusTransaction.requiringNew()
                .call(() -> loaded(
                        entities.createQuery("from Statement s where s.articleVersion.article.id = ?1", Statement.class)
                                .setParameter(1, rows.get(which).article())
                                .getSingleResult()));
    }

    private static Statement loaded(Statement statement) {
        assertThat(statement.contentSpans).isNotEmpty();
        assertThat(statement.articleVersion.text).isNotEmpty();
        return statement;
    }

    private void look(String path) {
        var chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "No Chromium on this machine; the browser tests in deploy fetch one");
        try (Browser browser = Browser.open(chromium.get())) {
            for (int width : new int[] {1440, 320}) {
                ColorScheme scheme = width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT;
                try (BrowserContext context = browser.chromium()
                        .newContext(new NewContextOptions()
                                .setViewportSize(width, 900)
                                .setColorScheme(scheme))) {
                    Page page = context.newPage();
                    page.navigate("http://localhost:" + RestAssured.port + path);
                    Pictures.take(page, "shared-list-" + width);
                    assertThat(Axe.violations(page)).isEmpty();
                }
            }
        }
    }
}
