package org.claimwatch.web.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.claimwatch.common.actor.Actor;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.claim.Claim;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.claim.ClaimStatement;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.statement.AttributionHop;
import org.claimwatch.common.statement.HopKind;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Stance;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.common.story.Story;
import org.claimwatch.common.story.StoryArticle;

/** One more outlet with one article and one statement, whose every text a test chooses; gone again afterwards. */
@ApplicationScoped
public class Stranger {
    private final EntityManager entities;

    Stranger(EntityManager entities) {
        this.entities = entities;
    }

    /** Where to find what was put there. */
    public record Rows(long outlet, long article, long actor, long claim, long story) {}

    /** Every text of it is the given words, every address the given one. */
    public Rows put(String words, String address, float confidence, Instant at) {
        return put(words, address, confidence, at, "en");
    }

    public Rows put(String words, String address, float confidence, Instant at, String language) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var outlet = new Outlet(words, address, at);
            entities.persist(outlet);
            var feed = new Feed(outlet, address, at);
            feed.state = FeedState.FAILING;
            feed.lastError = words;
            feed.nextPollReason = words;
            feed.title = words;
            feed.troubleEvidence = words;
            entities.persist(feed);
            var article = new Article(outlet, address, at);
            article.fetchState = FetchState.FETCHED;
            entities.persist(article);
            var version = new ArticleVersion(article, 1, words, words + " " + words, "hash", at);
            version.language = language;
            version.authors = new String[] {words};
            version.section = words;
            version.publishedAt = at;
            version.analysedAt = at;
            version.analysisVersion = "test";
            entities.persist(version);
            var actor = new Actor(words, ActorKind.PERSON, at);
            actor.affiliation = words;
            entities.persist(actor);
            var story = new Story(words, at);
            entities.persist(story);
            entities.persist(new StoryArticle(story, article, confidence));
            var claim = new Claim(words, language, 0.9f, at);
            entities.persist(claim);
            entities.persist(new ClaimStatement(
                    claim, statement(version, actor, words, confidence), ClaimPolarity.ASSERTS, confidence));
            entities.persist(Stance.ofOutlet(version, words, Polarity.AGAINST, confidence, new TextSpan(0, 3)));
            return new Rows(outlet.id, article.id, actor.id, claim.id, story.id);
        });
    }

    /** The outlet publishes it once more, with a word more in its headline: a version that says the same. */
    public void publishAnew(Rows rows, String words, float confidence, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> {
            var version = second(rows, words, at);
            var said = statement(version, entities.find(Actor.class, rows.actor()), words, confidence);
            entities.persist(new ClaimStatement(
                    entities.find(Claim.class, rows.claim()), said, ClaimPolarity.ASSERTS, confidence));
        });
    }

    /** The outlet publishes it once more, without what was said. */
    public void takeOut(Rows rows, String words, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> second(rows, words, at));
    }

    private ArticleVersion second(Rows rows, String words, Instant at) {
        var version = new ArticleVersion(
                entities.find(Article.class, rows.article()), 2, words + "!", words + " " + words, "anew", at);
        version.language = "en";
        version.publishedAt = at;
        version.analysedAt = at;
        version.analysisVersion = "test";
        entities.persist(version);
        return version;
    }

    private Statement statement(ArticleVersion version, Actor actor, String words, float confidence) {
        var statement = new Statement(version, 0, words, ActorKind.PERSON, StatementForm.INDIRECT, words);
        statement.speaker = actor;
        statement.speakerAffiliation = words;
        statement.mention = new TextSpan(0, 3);
        statement.cue = new TextSpan(2, 5);
        int length = words.codePointCount(0, words.length());
        statement.contentSpans.add(new TextSpan(length + 1, 2 * length + 1));
        statement.confidence = confidence;
        statement.chain.add(new AttributionHop(statement, 0, HopKind.ACTOR, words, new TextSpan(0, 3)));
        statement.chain.add(new AttributionHop(statement, 1, HopKind.OUTLET, words, new TextSpan(0, 3)));
        statement.stances.add(Stance.ofSpeaker(statement, words, Polarity.FAVOR, confidence, new TextSpan(0, 3)));
        entities.persist(statement);
        return statement;
    }

    public void remove(Rows rows) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("delete from outlet where id = " + rows.outlet())
                    .executeUpdate();
            entities.createNativeQuery("delete from claim where id = " + rows.claim())
                    .executeUpdate();
            entities.createNativeQuery("delete from story where id = " + rows.story())
                    .executeUpdate();
            entities.createNativeQuery("delete from actor where id = " + rows.actor())
                    .executeUpdate();
        });
    }
}
