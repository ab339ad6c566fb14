package org.claimwatch.deploy.corpus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.claimwatch.deploy.corpus.PressTemplates.Claim;
import org.claimwatch.deploy.corpus.PressTemplates.Hop;
import org.claimwatch.deploy.corpus.PressTemplates.Outlet;
import org.claimwatch.deploy.corpus.PressTemplates.Relation;
import org.claimwatch.deploy.corpus.PressTemplates.Span;
import org.claimwatch.deploy.corpus.PressTemplates.Stance;
import org.claimwatch.deploy.corpus.PressTemplates.Statement;
import org.claimwatch.deploy.corpus.PressTemplates.Version;
import org.claimwatch.deploy.corpus.Rows.Table;
import org.claimwatch.deploy.corpus.Template.Filled;
import org.claimwatch.deploy.corpus.Worlds.Share;
import org.jspecify.annotations.Nullable;

/**
 * Writes worlds as the services would have stored them: what differs between them is another claim, what does not is the
 * same one, and each actor, outlet and claim of the whole corpus is stored once.
 */
final class WorldRows {
    private final PressTemplates press;
    private final Worlds worlds;
    private final Ids ids;
    private final Known known;
    private final String analysis;
    private final Map<Integer, Long> castClaims = new ConcurrentHashMap<>();
    private final Set<Integer> castRelations = ConcurrentHashMap.newKeySet();

    WorldRows(PressTemplates press, Worlds worlds, Ids ids, Known known, String analysis) {
        this.press = press;
        this.worlds = worlds;
        this.ids = ids;
        this.known = known;
        this.analysis = analysis;
    }

    int count() {
        return worlds.count();
    }

    /** Adds all rows of one world, but for the articles that would be too many. */
    void write(int number, Rows rows) {
        new Writing(worlds.share(number), rows).all();
    }

    /** One world while it is written. */
    private final class Writing {
        private final World world;
        private final int room;
        private final Rows rows;
        private final Map<String, Long> stories = new HashMap<>();
        private final Map<Integer, Long> claims = new HashMap<>();
        private final Map<Integer, long[]> articles = new LinkedHashMap<>();
        private final Map<Integer, Long> outlets = new HashMap<>();
        private final Draws draws;

        Writing(Share share, Rows rows) {
            this.world = share.world();
            this.room = share.room();
            this.rows = rows;
            this.draws = new Draws(share.world());
        }

        void all() {
            for (int i = 0; i < press.articles().size() && articles.size() < room; i++) {
                if (worlds.isOver(world, press.articles().get(i))) {
                    article(i, press.articles().get(i));
                }
            }
            press.copies().forEach(this::copy);
            for (int i = 0; i < press.relations().size(); i++) {
                relation(i, press.relations().get(i));
            }
        }

        private void article(int number, List<Version> versions) {
            Version first = versions.getFirst();
            long outlet = outlets.computeIfAbsent(first.outlet(), this::outlet);
            long article = ids.next(Table.ARTICLE);
            String address = home(press.outlets().get(first.outlet())) + article;
            Instant published = Worlds.at(world, first);
            String title = filled(first.title());
            Instant fetched = Worlds.at(world, versions.getLast()).plus(Duration.ofMinutes(6));
            rows.add(
                    Table.ARTICLE,
                    article,
                    outlet,
                    address,
                    title,
                    published,
                    published.plusSeconds(300),
                    "FETCHED",
                    fetched);
            rows.add(Table.ARTICLE_ADDRESS, outlet, address, article);
            long versionId = 0;
            for (int i = 0; i < versions.size(); i++) {
                versionId = version(article, i + 1, versions.get(i), i == versions.size() - 1);
            }
            articles.put(number, new long[] {article, versionId});
            Long story = stories.get(first.story());
            if (story == null) {
                story = ids.next(Table.STORY);
                stories.put(first.story(), story);
                rows.add(Table.STORY, story, title, published.plusSeconds(420));
            }
            rows.add(Table.STORY_ARTICLE, ids.next(Table.STORY_ARTICLE), story, article, draws.confidence());
        }

        private long version(long article, int number, Version version, boolean newest) {
            long id = ids.next(Table.ARTICLE_VERSION);
            Instant published = Worlds.at(world, version);
            String title = filled(version.title());
            Filled text = version.text().filled(world);
            rows.add(
                    Table.ARTICLE_VERSION,
                    id,
                    article,
                    number,
                    title,
                    text.text(),
                    version.language(),
                    "{\"" + filled(version.author()) + "\"}",
                    version.section(),
                    published,
                    number == 1 ? null : published,
                    published.plusSeconds(360),
                    ContentHash.of(title, text.text()),
                    published.plusSeconds(420),
                    analysis,
                    published,
                    newest);
            int ordinal = 0;
            for (Statement statement : version.statements()) {
                if (draws.chance() < worlds.kept()) {
                    statement(id, ordinal++, statement, text, published.plusSeconds(420));
                }
            }
            for (Stance stance : version.stances()) {
                stance(id, null, "OUTLET", stance, text);
            }
            return id;
        }

        private void statement(long version, int ordinal, Statement statement, Filled text, Instant read) {
            long id = ids.next(Table.STATEMENT);
            String name = filled(statement.speaker());
            String affiliation = statement.affiliation() == null ? null : filled(statement.affiliation());
            List<String> words = new ArrayList<>();
            for (int i = 0; i < statement.content().size(); i++) {
                Span span = statement.content().get(i);
                int from = text.at(span.start());
                int to = text.at(span.end());
                rows.add(Table.STATEMENT_CONTENT_SPAN, id, i, from, to);
                words.add(text.text().substring(from, to));
            }
            Claim claim = statement.claim() < 0 ? null : press.claims().get(statement.claim());
            float worth = draws.worth(claim != null && claim.checkWorthy());
            rows.add(
                    Table.STATEMENT,
                    id,
                    version,
                    ordinal,
                    statement.kind().equals("UNNAMED") ? null : actor(name, statement.kind(), affiliation, read),
                    name,
                    statement.kind(),
                    affiliation,
                    text.start(statement.mention()),
                    text.end(statement.mention()),
                    text.start(statement.cue()),
                    text.end(statement.cue()),
                    statement.form(),
                    String.join(" … ", words),
                    draws.confidence(),
                    worth);
            for (int i = 0; i < statement.chain().size(); i++) {
                Hop hop = statement.chain().get(i);
                rows.add(
                        Table.ATTRIBUTION_HOP,
                        ids.next(Table.ATTRIBUTION_HOP),
                        id,
                        i,
                        hop.kind(),
                        filled(hop.name()),
                        text.start(hop.span()),
                        text.end(hop.span()));
            }
            statement.stances().forEach(stance -> stance(version, id, "SPEAKER", stance, text));
            if (claim != null) {
                rows.add(
                        Table.CLAIM_STATEMENT,
                        ids.next(Table.CLAIM_STATEMENT),
                        claim(statement.claim(), claim, worth, read),
                        id,
                        statement.polarity(),
                        draws.confidence());
            }
        }

        private void stance(long version, @Nullable Long statement, String holder, Stance stance, Filled text) {
            rows.add(
                    Table.STANCE,
                    ids.next(Table.STANCE),
                    version,
                    statement,
                    holder,
                    filled(stance.target()),
                    stance.polarity(),
                    draws.confidence(),
                    text.at(stance.evidence().start()),
                    text.at(stance.evidence().end()));
        }

        private String home(Outlet outlet) {
            return "https://" + outlet.domain().replace(".example", "-" + world.region() + ".example") + "/";
        }

        private long outlet(int number) {
            Outlet outlet = press.outlets().get(number);
            String home = home(outlet);
            return known.outlet(
                    home,
                    id -> rows.add(
                            Table.OUTLET,
                            id,
                            filled(outlet.name()),
                            home,
                            outlet.country(),
                            outlet.language(),
                            outlet.ownership(),
                            Instant.EPOCH));
        }

        private long actor(String name, String kind, @Nullable String affiliation, Instant read) {
            return known.actor(name, kind, id -> {
                rows.add(Table.ACTOR, id, name, kind, affiliation, read);
                if (kind.equals("PERSON") && name.contains(" ")) {
                    rows.add(
                            Table.ACTOR_ALIAS,
                            ids.next(Table.ACTOR_ALIAS),
                            id,
                            name.substring(name.lastIndexOf(' ') + 1));
                }
            });
        }

        /** What names no number and no day is claimed in every world of a cast alike. */
        private long claim(int number, Claim claim, float worth, Instant read) {
            return claims.computeIfAbsent(
                    number,
                    _ -> claim.text().worldly()
                            ? newClaim(claim, worth, read)
                            : castClaims.computeIfAbsent(
                                    world.cast() * press.claims().size() + number, _ -> newClaim(claim, worth, read)));
        }

        private long newClaim(Claim claim, float worth, Instant read) {
            long id = ids.next(Table.CLAIM);
            rows.add(Table.CLAIM, id, filled(claim.text()), "en", worth, read);
            return id;
        }

        private void relation(int number, Relation relation) {
            Long from = claims.get(relation.from());
            Long to = claims.get(relation.to());
            if (from == null || to == null) {
                return;
            }
            boolean often = !press.claims().get(relation.from()).text().worldly()
                    && !press.claims().get(relation.to()).text().worldly();
            if (!often || castRelations.add(world.cast() * press.relations().size() + number)) {
                float confidence = draws.confidence();
                rows.add(Table.CLAIM_RELATION, ids.next(Table.CLAIM_RELATION), from, to, relation.kind(), confidence);
            }
        }

        private void copy(PressTemplates.Pair pair) {
            long[] earlier = articles.get(pair.earlier());
            long[] later = articles.get(pair.later());
            if (earlier != null && later != null) {
                Instant found = Worlds.at(
                                world, press.articles().get(pair.later()).getLast())
                        .plusSeconds(361);
                rows.add(Table.NEAR_DUPLICATE, earlier[0], later[0], earlier[1], later[1], 0.9f, 0.95f, found);
            }
        }

        private String filled(Template template) {
            return template.filled(world).text();
        }
    }
}
