package org.claimwatch.web.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A digest is set up, changed and deleted by its form, which says what is wrong with what was typed. */
@QuarkusTest
class DigestFormTest {
    @Inject
    Press press;

    @BeforeEach
    void begin() {
        press.gold();
    }

    @Test
    @AsAda
    void is_set_up_changed_and_deleted_by_form() {
        String monitor = Forms.postAndFollow(
                "/teams/river-desk/monitors", Map.of("name", "For a digest", "query", "dam OR river"));
        String monitorId = monitor.substring(monitor.lastIndexOf('/') + 1);
        var refused = Forms.post(
                "/teams/river-desk/digests",
                Map.of(
                        "monitor",
                        monitorId,
                        "sendAt",
                        "late",
                        "zone",
                        "Mars/Base",
                        "recipients",
                        "nobody",
                        "active",
                        "on"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("such as 07:00", "There is no time zone “Mars/Base”", "“nobody” is not an e-mail address");
        String digest = Forms.postAndFollow(
                "/teams/river-desk/digests",
                Map.of(
                        "monitor",
                        monitorId,
                        "sendAt",
                        "06:30",
                        "zone",
                        "Asia/Amman",
                        "recipients",
                        "a@example.org\nb@example.org",
                        "active",
                        "on"));
        assertThat(given().get(digest).asString())
                .contains("daily at 06:30, <bdi>Asia/Amman</bdi>", "a@example.org", "b@example.org");
        assertThat(Forms.post(
                                "/teams/river-desk/digests",
                                Map.of("monitor", monitorId, "sendAt", "06:30", "zone", "UTC", "recipients", "a@b.c"))
                        .asString())
                .contains("has a digest already");
        Forms.postAndFollow(digest, Map.of("sendAt", "08:00", "zone", "UTC", "recipients", "c@example.org"));
        assertThat(given().get(digest).asString()).contains("paused", "c@example.org");
        Forms.postAndFollow(digest + "/delete", Map.of());
        assertThat(given().get(digest).statusCode()).isEqualTo(404);
    }
}
