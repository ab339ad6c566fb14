package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.common.support.Payloads;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.support.HostilePress;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.Visitor;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Payloads in real feeds and pages, fetched, extracted and analysed as all others: on no page of the dashboard does one run,
 * even where the browser is told to forget the page's policy.
 */
@ExtendWith(WholeStack.class)
class PayloadsIT {
    private static final Pattern NEXT = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");

    @Test
    void run_on_no_page_whichever_feed_or_page_they_came_in(LocalStack stack, Browser browser) throws Exception {
        DataSource database = stack.database();
        new ReadPress(database).awaitEnd();
        try (HostilePress press = HostilePress.open()) {
            try {
                subscribe(database, press);
                await().atMost(Duration.ofMinutes(5))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertThat(lines(database, """
                                        select count(*) || ' announced, ' || count(*) filter (where a.fetch_state = 'PENDING')
                                          || ' waiting, ' || count(*) filter (where a.fetch_state <> 'FETCHED'
                                            and a.fetch_state <> 'PENDING') || ' given up, ' || count(*) filter (where exists (
                                            select from article_version v where v.article_id = a.id and v.analysed_at is null))
                                          || ' unread'
                                        from article a join outlet o on o.id = a.outlet_id where o.name like 'Hostile %'"""))
                                .containsExactly("%d announced, 0 waiting, 0 given up, 0 unread"
                                        .formatted(Payloads.all().size())));
                int carried = count(database, """
                        select count(*) from article_version v where v.title || v.text ~ 'top\\.hit|out\\.example'""");
                int said = count(database, "select count(*) from statement where content ~ 'top\\.hit|out\\.example'");
                assertThat(carried)
                        .as("texts that carry one")
                        .isGreaterThan(Payloads.all().size() / 2);
                assertThat(said).as("readings whose words do").isPositive();
                looksEverywhere(database, stack, browser);
                int entered = Payloads.all().size() * HostilePress.PLACES;
                assertThat(entered).isGreaterThanOrEqualTo(500);
                System.out.printf(
                        "%d payloads in feeds and pages (%d ways × %d places): %d texts and %d readings carry one%n",
                        entered, Payloads.all().size(), HostilePress.PLACES, carried, said);
            } finally {
                forget(database);
            }
        }
    }

    private static void looksEverywhere(DataSource database, LocalStack stack, Browser browser) throws SQLException {
        var each = new SoftAssertions();
        try (Visitor ada = Visitor.withoutThePolicy(browser, stack, "ada")) {
            for (String path : paths(database, ada)) {
                each.assertThat(ada.caughtAt(path)).as(path).isEmpty();
            }
        }
        each.assertAll();
    }

    /** Each article, claim, actor, story and outlet that came of them, and whatever lists them. */
    private static List<String> paths(DataSource database, Visitor ada) throws SQLException {
        var paths = new ArrayList<String>();
        String hostile = "from article a join outlet o on o.id = a.outlet_id and o.name like 'Hostile %'";
        String versions = hostile
                + " join article_version v on v.article_id = a.id join statement s on s.article_version_id = v.id";
        paths.addAll(lines(database, "select distinct '/articles/' || a.id " + hostile));
        paths.addAll(lines(database, "select distinct '/outlets/' || o.id " + hostile));
        paths.addAll(lines(
                database,
                "select distinct '/actors/' || s.speaker_id " + versions + " where s.speaker_id is not null"));
        paths.addAll(lines(
                database,
                "select distinct '/claims/' || cs.claim_id " + versions
                        + " join claim_statement cs on cs.statement_id = s.id limit 120"));
        paths.addAll(lines(
                database,
                "select distinct '/stories/' || t.story_id " + hostile
                        + " join story_article t on t.article_id = a.id"));
        Stream.of(
                        "/",
                        "/outlets",
                        "/matrix?period=all",
                        "/network?period=all",
                        "/system",
                        "/teams/river-desk/reviews/queue")
                .forEach(paths::add);
        for (String list : List.of("/claims?order=recent", "/stories", "/actors")) {
            paths.addAll(pages(list, ada));
        }
        for (String kind : List.of("statements", "articles", "claims", "stories")) {
            paths.add("/search?period=all&q=outlet%3Ahostile&as=" + kind);
        }
        return paths;
    }

    /** The first three. */
    private static List<String> pages(String list, Visitor ada) {
        var pages = new ArrayList<String>();
        for (String next = list; next != null && pages.size() < 3; ) {
            pages.add(next);
            Matcher link = NEXT.matcher(ada.get(next).text());
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }
        return pages;
    }

    private static void subscribe(DataSource database, HostilePress press) throws SQLException {
        int number = 0;
        for (String feed : press.feeds()) {
            run(database, """
                    with o as (insert into outlet (name, home_url, country, language)
                               values ('Hostile %d', '%s', 'AT', 'en') returning id)
                    insert into feed (outlet_id, url) select id, '%s' from o""".formatted(++number, feed.replace("feed.xml", ""), feed));
        }
    }

    /** Other tests count what is there. */
    private static void forget(DataSource database) throws SQLException {
        run(database, "delete from outlet where name like 'Hostile %'");
        run(database, "delete from claim c where not exists (select from claim_statement cs where cs.claim_id = c.id)");
        run(database, "delete from story t where not exists (select from story_article x where x.story_id = t.id)");
        run(
                database,
                "delete from actor a where not exists (select from statement s where a.id in (s.speaker_id, s.read_speaker_id))");
    }

    private static int count(DataSource database, String sql) throws SQLException {
        return Integer.parseInt(lines(database, sql).getFirst());
    }

    private static List<String> lines(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
