package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimwatch.ingest.store.RefetchPolicy.Habit;
import org.junit.jupiter.api.Test;

class RefetchPolicyTest {
    private static final Instant BORN = Instant.parse("2025-09-12T10:00:00Z");
    private static final Habit STEADY = new Habit(400, 2);
    private static final Habit RESTLESS = new Habit(400, 120);
    private static final Habit USUAL = new Habit(400, 30);

    private final RefetchPolicy policy = new RefetchPolicy(config(true));

    @Test
    void an_article_is_looked_at_at_the_configured_ages_and_then_left_alone() {
        assertThat(looks(USUAL, 2, 4)).startsWith("PT30M", "PT2H").endsWith("PT168H");
        Instant week = BORN.plus(Duration.ofDays(7));
        assertThat(policy.onUnchanged(BORN, week, 3, USUAL)).isEmpty();
        assertThat(policy.onChanged(BORN, week)).isEmpty();
    }

    @Test
    void what_never_changes_is_looked_at_less_and_what_changes_more() {
        assertThat(looks(USUAL)).isEqualTo(List.of("PT30M", "PT2H", "PT24H", "PT168H"));
        assertThat(looks(STEADY)).isEqualTo(List.of("PT2H", "PT24H", "PT168H"));
        assertThat(looks(RESTLESS)).hasSizeGreaterThan(10).hasSizeLessThan(30);
        assertThat(looks(USUAL, 1, 2, 3, 4).size()).isGreaterThan(looks(USUAL).size());
    }

    @Test
    void what_a_feed_still_lists_from_long_ago_is_not_looked_at_again() {
        assertThat(policy.onFirst(BORN, BORN.plus(Duration.ofHours(25)), USUAL)).isEmpty();
        assertThat(policy.onFirst(BORN, BORN.plus(Duration.ofHours(23)), USUAL)).isPresent();
    }

    @Test
    void a_page_said_to_be_missing_is_asked_for_once_more_soon() {
        assertThat(policy.onMissing(BORN)).contains(BORN.plus(Duration.ofHours(1)));
    }

    @Test
    void it_can_be_turned_off() {
        RefetchPolicy off = new RefetchPolicy(config(false));
        assertThat(off.onFirst(BORN, BORN, USUAL)).isEmpty();
        assertThat(off.onMissing(BORN)).isEmpty();
    }

    /** The ages at the looks of an article that is met at once and changes at the looks of these numbers. */
    private List<String> looks(Habit habit, Integer... changes) {
        var ages = new ArrayList<String>();
        int vain = 0;
        Optional<Instant> next = policy.onFirst(BORN, BORN.plusSeconds(60), habit);
        while (next.isPresent()) {
            Instant now = next.get();
            ages.add(Duration.between(BORN, now).toString());
            boolean changed = List.of(changes).contains(ages.size());
            vain = changed ? 0 : vain + 1;
            next = changed ? policy.onChanged(BORN, now) : policy.onUnchanged(BORN, now, vain, habit);
            assertThat(ages.size()).isLessThan(100);
        }
        return ages;
    }

    static RefetchConfig config(boolean enabled) {
        return new RefetchConfig() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public List<Duration> ages() {
                return List.of(
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(6),
                        Duration.ofDays(1),
                        Duration.ofDays(3),
                        Duration.ofDays(7));
            }

            @Override
            public Duration oldAfter() {
                return Duration.ofDays(1);
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(30);
            }

            @Override
            public int waiting() {
                return 500;
            }
        };
    }
}
