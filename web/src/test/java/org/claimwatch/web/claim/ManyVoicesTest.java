package org.claimwatch.web.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Stranger;
import org.claimwatch.web.support.Weight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A claim that everybody makes: its page stays one that a person can read, and leads to all of it. */
@QuarkusTest
@AsBen
class ManyVoicesTest {
    private static final int VOICES = 45;
    private static final Instant FIRST = Instant.parse("2025-09-17T09:00:00Z");
    private static final Pattern CARD = Pattern.compile("<article class=\"statement");
    private static final Pattern MORE =
            Pattern.compile("<a href=\"([^\"]+)\">25 more voices, among all its statements</a>");

    @Inject
    Stranger stranger;

    @Inject
    EntityManager entities;

    private final List<Stranger.Rows> held = new ArrayList<>();

    @AfterEach
    void remove() {
        held.forEach(stranger::remove);
    }

    @Test
    void the_first_voices_stand_on_the_page_and_all_of_them_a_link_away() throws IOException {
        for (int i = 0; i < VOICES; i++) {
            held.add(stranger.put(
                    "Voice \"%d\" of many".formatted(i),
                    "http://voice-%d.example/".formatted(i),
                    0.95f,
                    FIRST.plusSeconds(60L * i)));
        }
        long claim = held.getFirst().claim();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update claim_statement set claim_id = :claim where claim_id in (:all)")
                        .setParameter("claim", claim)
                        .setParameter(
                                "all", held.stream().map(Stranger.Rows::claim).toList())
                        .executeUpdate());

        String page = given().get("/claims/" + claim).asString();
        assertThat(CARD.matcher(page).results()).hasSize(20);
        assertThat(page).contains("asserted by 45").contains("The 30 ways most taken, of 45.");
        assertThat(packed(page)).isLessThan(Weight.MOST);

        var more = MORE.matcher(page);
        assertThat(more.find()).isTrue();
        String address = more.group(1).replace("&amp;", "&");
        var seen = new HashSet<String>();
        while (address != null) {
            String list = given().urlEncodingEnabled(false).get(address).asString();
            seen.addAll(Pattern.compile("cite=\"([^\"]+)\"")
                    .matcher(list)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet()));
            address = Pattern.compile(
                            "<a [^>]*rel=\"next\"[^>]*href=\"([^\"]+)\"|<a [^>]*href=\"([^\"]+)\"[^>]*rel=\"next\"")
                    .matcher(list)
                    .results()
                    .findFirst()
                    .map(ManyVoicesTest::either)
                    .orElse(null);
        }
        assertThat(seen).hasSize(VOICES);
    }

    private static String either(MatchResult link) {
        return (link.group(1) == null ? link.group(2) : link.group(1)).replace("&amp;", "&");
    }

    private static long packed(String page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
