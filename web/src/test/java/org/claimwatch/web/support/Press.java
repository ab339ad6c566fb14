package org.claimwatch.web.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimwatch.common.actor.Actor;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.claim.Claim;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.claim.ClaimRelation;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.claimwatch.common.claim.ClaimStatement;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.FeedTrouble;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.outlet.Ownership;
import org.claimwatch.common.outlet.ValidatorTruth;
import org.claimwatch.common.statement.AttributionHop;
import org.claimwatch.common.statement.HopKind;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Stance;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.common.story.Story;
import org.claimwatch.common.story.StoryArticle;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Gold.GoldStatement;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the database as if a perfect reader had read the sample press; each claim's id is kept by its gold id. */
@ApplicationScoped
public class Press {
    public static final float CONFIDENCE = 0.95f;

    private final EntityManager entities;
    private final Map<String, Long> claimIds = new HashMap<>();
    private final Map<String, Long> articleIds = new HashMap<>();
    private final Map<String, Long> storyIds = new HashMap<>();
    private final Map<String, Long> actorIds = new HashMap<>();
    private final Map<String, Long> outletIds = new HashMap<>();
    private Gold gold;

    Press(EntityManager entities) {
        this.entities = entities;
    }

    /** From the start, so that no test has it only because another ran before; a profile may begin with nothing. */
    void fillAtStart(
            @Observes StartupEvent started,
            @ConfigProperty(name = "test.empty", defaultValue = "false") boolean empty) {
        if (!empty) {
            gold();
        }
    }

    /** The gold, in the database since the start or the first call. */
    public synchronized Gold gold() {
        if (gold == null) {
            gold = Gold.read();
            QuarkusTransaction.requiringNew().timeout(120).run(this::fill);
        }
        return gold;
    }

    public long claim(String id) {
        gold();
        return claimIds.get(id);
    }

    public long article(String id) {
        gold();
        return articleIds.get(id);
    }

    public long story(String id) {
        gold();
        return storyIds.get(id);
    }

    public long actor(String name) {
        gold();
        return actorIds.get(name);
    }

    public long outlet(String name) {
        gold();
        return outletIds.get(name);
    }

    private void fill() {
        Map<String, Outlet> outlets = new HashMap<>();
        Map<String, Actor> actors = new HashMap<>();
        Map<String, Article> articles = new HashMap<>();
        Map<String, Story> stories = new HashMap<>();
        Map<String, Claim> claims = claims();
        for (GoldArticle a : gold.articles()) {
            Outlet outlet = outlets.computeIfAbsent(a.outlet().name(), name -> outlet(a));
            boolean first = !articles.containsKey(a.url());
            Article article = articles.computeIfAbsent(a.url(), url -> article(outlet, a));
            if (first) {
                Story story = stories.computeIfAbsent(a.story(), id -> persist(new Story(a.title(), a.at())));
                entities.persist(new StoryArticle(story, article, CONFIDENCE));
            }
            ArticleVersion version = version(article, a, first ? 1 : 2);
            a.outletStances()
                    .forEach(s -> entities.persist(Stance.ofOutlet(
                            version, s.target(), Polarity.valueOf(s.polarity()), CONFIDENCE, span(s.evidence()))));
            int ordinal = 0;
            for (GoldStatement s : a.statements()) {
                Statement statement = statement(version, s, ordinal++, actors, a.at());
                if (s.claim() != null) {
                    Claim claim = claims.get(s.claim());
                    statement.checkWorthy = claim.checkWorthy;
                    entities.persist(
                            new ClaimStatement(claim, statement, ClaimPolarity.valueOf(s.polarity()), CONFIDENCE));
                }
            }
            articleIds.put(a.id(), article.id);
        }
        stories.forEach((id, story) -> storyIds.put(id, story.id));
        actors.values().forEach(actor -> actorIds.put(actor.name, actor.id));
        outlets.values().forEach(outlet -> outletIds.put(outlet.name, outlet.id));
    }

    private Map<String, Claim> claims() {
        Map<String, Claim> claims = new HashMap<>();
        gold.claims().forEach(c -> {
            Claim claim = persist(new Claim(c.text(), "en", c.checkWorthy() ? 0.9f : 0.1f, firstSaid(c.id())));
            claims.put(c.id(), claim);
            claimIds.put(c.id(), claim.id);
        });
        gold.claims()
                .forEach(c -> c.relations()
                        .forEach(r -> entities.persist(new ClaimRelation(
                                claims.get(c.id()),
                                claims.get(r.to()),
                                ClaimRelationKind.valueOf(r.kind()),
                                CONFIDENCE))));
        return claims;
    }

    private Instant firstSaid(String claim) {
        return gold.articles().stream()
                .filter(a -> a.statements().stream().anyMatch(s -> claim.equals(s.claim())))
                .map(GoldArticle::at)
                .min(Instant::compareTo)
                .orElse(gold.articles().getFirst().at());
    }

    private Outlet outlet(GoldArticle a) {
        var outlet = new Outlet(a.outlet().name(), "http://" + a.outlet().domain() + "/", a.at());
        outlet.country = a.outlet().country();
        outlet.language = a.outlet().language();
        outlet.ownership = Ownership.valueOf(a.outlet().ownership());
        entities.persist(outlet);
        var feed = new Feed(outlet, "http://" + a.outlet().domain() + "/feed", a.at());
        feed.kind = FeedKind.RSS;
        feed.state = FeedState.ACTIVE;
        feed.lastPollAt = a.at();
        feed.lastSuccessAt = a.at();
        feed.nextPollReason = "it announces about one article a day";
        if (a.outlet().name().equals("Sable Harbour Gazette")) {
            feed.state = FeedState.FAILING;
            feed.consecutiveFailures = 4;
            feed.lastError = "HTTP 503 Service Unavailable, mark “_cf_chl_opt”; the page says: Just a moment...";
            feed.nextPollReason = "the last 4 polls failed; next try after 43 min";
            feed.trouble = FeedTrouble.BLOCKED;
            feed.troubleStatus = 503;
            feed.troubleEvidence = feed.lastError;
            feed.troubleSince = a.at();
            feed.validators = ValidatorTruth.LYING;
            feed.validatorsEvidence =
                    "it answered “not modified” to the ETag \"1\" of a version that it no longer serves";
            feed.validatorsSince = a.at();
            feed.clockSkewSeconds = -10_800;
        }
        entities.persist(feed);
        if (a.outlet().name().equals("Halyard")) {
            entities.flush();
            entities.createNativeQuery("""
                            insert into outlet_silence (outlet_id, since, noticed_at, usual_per_week, usual_since, chance)
                            values (:outlet, :at, :at, 140, 31, 0.000001)""")
                    .setParameter("outlet", outlet.id)
                    .setParameter("at", a.at())
                    .executeUpdate();
            entities.createNativeQuery("""
                            insert into hub_subscription (feed_id, hub_url, topic_url, token, secret, state, lease_until,
                              last_push_at, next_step_at)
                            values (:feed, 'https://hub.example/', 'https://halyard.example/', 'token', 'secret', 'ACTIVE',
                              now() + interval '8 days', :at, now() + interval '6 days')""")
                    .setParameter("feed", feed.id)
                    .setParameter("at", a.at())
                    .executeUpdate();
        }
        return outlet;
    }

    private Article article(Outlet outlet, GoldArticle a) {
        var article = new Article(outlet, a.url(), a.at());
        article.fetchState = FetchState.FETCHED;
        return persist(article);
    }

    private ArticleVersion version(Article article, GoldArticle a, int number) {
        var version = new ArticleVersion(article, number, a.title(), a.text(), a.id(), a.at());
        version.language = a.outlet().language();
        version.authors = a.author() == null ? new String[0] : new String[] {a.author()};
        version.section = a.section();
        version.publishedAt = a.at();
        version.analysedAt = a.at();
        version.analysisVersion = "gold";
        return persist(version);
    }

    private Statement statement(
            ArticleVersion version, GoldStatement s, int ordinal, Map<String, Actor> actors, Instant at) {
        ActorKind kind = ActorKind.valueOf(s.speaker().kind());
        List<TextSpan> spans = s.content().stream().map(Press::span).toList();
        var statement = new Statement(
                version,
                ordinal,
                s.speaker().name(),
                kind,
                StatementForm.valueOf(s.form()),
                spans.stream().map(span -> span.cut(version.text)).collect(Collectors.joining(" … ")));
        if (kind != ActorKind.UNNAMED) {
            statement.speaker = actors.computeIfAbsent(s.speaker().name() + kind, key -> {
                var actor = new Actor(s.speaker().name(), kind, at);
                actor.affiliation = s.speaker().affiliation();
                return persist(actor);
            });
        }
        statement.speakerAffiliation = s.speaker().affiliation();
        statement.mention =
                s.speaker().mention() == null ? null : span(s.speaker().mention());
        statement.cue = s.cue() == null ? null : span(s.cue());
        statement.contentSpans = new ArrayList<>(spans);
        statement.confidence = CONFIDENCE;
        for (int i = 0; i < s.chain().size(); i++) {
            var hop = s.chain().get(i);
            statement.chain.add(new AttributionHop(
                    statement,
                    i,
                    HopKind.valueOf(hop.kind()),
                    hop.name(),
                    hop.span() == null ? null : span(hop.span())));
        }
        s.stances()
                .forEach(stance -> statement.stances.add(Stance.ofSpeaker(
                        statement, stance.target(), Polarity.valueOf(stance.polarity()), 0.8f, spans.getFirst())));
        return persist(statement);
    }

    private <T> T persist(T entity) {
        entities.persist(entity);
        return entity;
    }

    private static TextSpan span(List<Integer> ends) {
        return new TextSpan(ends.get(0), ends.get(1));
    }
}
