package org.claimwatch.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.support.Gold;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.NaiveAnswer;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.RandomQueries;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database finds is what a look at each statement of the sample press finds. */
@QuarkusTest
class AnswersTest {
    @Inject
    Press press;

    @Inject
    EntityManager entities;

    private static final Instant FROM = Instant.parse("2025-09-04T15:00:00Z");
    private static final Instant TO = Instant.parse("2025-09-09T03:00:00Z");

    private Gold gold;
    private NaiveAnswer naive;

    @BeforeEach
    void fill() {
        gold = press.gold();
        naive = new NaiveAnswer(gold, false);
    }

    @Test
    void queries_that_people_write() {
        for (String text : List.of(
                "ceasefire",
                "CEASEFIRE",
                "ceasefire -accord",
                "ceasefire OR observers",
                "\"side letter\"",
                "observ* speaker:ferrow",
                "(dam OR river) (NOT talks) lang:en",
                "dam NEAR/5 water",
                "\"Tol Arum\" NEAR/8 dam",
                "stance:against",
                "stance:against target:kareth",
                "target:kareth (stance:favor OR stance:neutral)",
                "-stance:against -stance:favor -stance:neutral",
                "speaker:=\"Nadia Ferrow\"",
                "speaker:ministry -speaker:health",
                "outlet:sada lang:ar",
                "via:halyard",
                "via:=\"Dalmara One\" form:indirect",
                "topic:ceasefire speaker:haldane",
                "claim:observers since:2025-09-10 until:2025-09-13",
                "checkworthy:yes form:direct",
                "checkworthy:no OR via:one",
                "نفت OR الصحة",
                "الصحه",
                "صحة*",
                "Notenbank OR Brücke OR Brucke",
                "speaker:\"Oriel & Pike\"",
                "speaker:\"children's\"",
                "speaker:\"Oriel % Pike\"",
                "speaker:\"n_dia\"")) {
            assertThat(found(Query.of(text))).as(text).isEqualTo(expected(Query.of(text)));
        }
        assertThat(found(Query.of("ceasefire"))).isNotEmpty().isEqualTo(found(Query.of("Céasefire")));
        assertThat(found(Query.of("stance:against target:kareth"))).isNotEmpty();
        assertThat(found(Query.of("dam NEAR/5 water OR \"Tol Arum\" NEAR/8 dam")))
                .isNotEmpty();
        assertThat(found(Query.of("ثلاثة")))
                .as("teh marbuta, tatweel and vowel signs make no difference")
                .isNotEmpty()
                .isEqualTo(found(Query.of("ثلاثه")))
                .isEqualTo(found(Query.of("ثَلـــاثة")));
    }

    @Test
    void queries_that_nobody_thought_of() {
        List<String> words = gold.current().stream()
                .flatMap(a -> Arrays.stream(a.text().split("\\s+", -1)).skip(20).limit(60))
                .filter(word -> word.codePoints().filter(Character::isLetter).count() > 1 && !word.contains("*"))
                .toList();
        List<String> pairs = gold.current().stream()
                .map(a -> a.text().split("\\s+", -1))
                .flatMap(all -> Stream.of(all[5] + " " + all[6], all[30] + " " + all[31], all[60] + " " + all[61]))
                .toList();
        List<String> names = gold.statements()
                .flatMap(s -> Stream.of(s.speaker().name(), s.speaker().name().split(" ", -1)[0]))
                .collect(Collectors.toList());
        gold.current().forEach(a -> names.add(a.outlet().name()));
        List<String> targets = gold.statements()
                .flatMap(s -> s.stances().stream().map(Gold.GoldStance::target))
                .toList();
        var random = new RandomQueries(
                new Random(20251126),
                Stream.concat(words.stream(), pairs.stream()).toList(),
                names,
                targets);
        var sizes = new HashSet<Integer>();
        for (int i = 0; i < 150; i++) {
            Query query = Query.of(random.next());
            Set<String> found = found(query);
            assertThat(found).as(query.text()).isEqualTo(expected(query));
            assertThat(found(query.within(FROM, TO)))
                    .as("%s within days", query.text())
                    .isEqualTo(found(query.condition().and(Condition.between(FROM, TO))));
            sizes.add(found.size());
        }
        assertThat(sizes).as("not all or nothing each time").hasSizeGreaterThan(20);
    }

    private Set<String> expected(Query query) {
        var keys = new TreeSet<String>();
        for (GoldArticle a : gold.current()) {
            for (int i = 0; i < a.statements().size(); i++) {
                if (naive.holds(query.asked(), a, a.statements().get(i))) {
                    keys.add(a.id() + ":" + i);
                }
            }
        }
        return keys;
    }

    private Set<String> found(Query query) {
        return found(query.condition());
    }

    private Set<String> found(Condition condition) {
        var asked = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select v.content_hash || ':' || s.ordinal %s where v.analysis_version = 'gold' and (%s)"
                                .formatted(Statements.FROM, condition.sql()),
                        String.class);
        condition.parameters().forEach(asked::setParameter);
        return new TreeSet<>(asked.getResultList());
    }
}
