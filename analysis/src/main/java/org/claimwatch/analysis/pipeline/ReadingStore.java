package org.claimwatch.analysis.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.actor.Hop;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStance;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.statement.AttributionHop;
import org.claimwatch.common.statement.Stance;
import org.claimwatch.common.statement.Statement;

/** Writes a reading as the rows of one article version. */
@ApplicationScoped
class ReadingStore {
    private final EntityManager entities;
    private final StoredActors actors;
    private final StoredClaims claims;
    private final StoredStories stories;
    private final FactCheckLinks factChecks;

    ReadingStore(
            EntityManager entities,
            StoredActors actors,
            StoredClaims claims,
            StoredStories stories,
            FactCheckLinks factChecks) {
        this.entities = entities;
        this.actors = actors;
        this.claims = claims;
        this.stories = stories;
        this.factChecks = factChecks;
    }

    /**
     * Replaces what an earlier analysis stored; the caller's transaction makes it all or nothing. Claims and stories are
     * assigned one article at a time, on whichever replica.
     */
    void store(ArticleVersion version, ArticleReading reading) {
        entities.createNativeQuery("select 1 from (select hold_claims()) as held", Integer.class)
                .getSingleResult();
        List<Long> before = claims.of(version);
        forget(version);
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < reading.statements().size(); i++) {
            ReadStatement read = reading.statements().get(i);
            Statement statement = statement(version, i, read, reading);
            entities.persist(statement);
            statements.add(statement);
        }
        for (ReadStance stance : reading.outletStances()) {
            entities.persist(Stance.ofOutlet(
                    version, stance.target(), stance.polarity(), stance.confidence(), stance.evidence()));
        }
        claims.assign(reading, statements);
        obeyPeople(version);
        claims.dropUnstated(before);
        factChecks.link(version, before);
        stories.place(version, reading.profile());
    }

    /** Whom or which claim a person said is meant stands above what was read just now. */
    private void obeyPeople(ArticleVersion version) {
        entities.flush();
        entities.createNativeQuery("select 1 from (select settle_version(:version)) as settled", Integer.class)
                .setParameter("version", version.id)
                .getSingleResult();
    }

    private void forget(ArticleVersion version) {
        for (String rows : List.of("stance", "statement")) {
            entities.createNativeQuery("delete from " + rows + " where article_version_id = :version")
                    .setParameter("version", version.id)
                    .executeUpdate();
        }
    }

    private Statement statement(ArticleVersion version, int ordinal, ReadStatement read, ArticleReading reading) {
        Statement statement = new Statement(
                version,
                ordinal,
                read.speaker().name(),
                read.speaker().kind(),
                read.attribution().form(),
                read.content());
        statement.speaker =
                read.speaker().kind() == ActorKind.UNNAMED ? null : actors.of(read.speaker(), reading.actors());
        statement.speakerAffiliation = read.speaker().affiliation();
        statement.mention = read.attribution().source();
        statement.cue = read.attribution().cue();
        statement.contentSpans.addAll(read.attribution().content());
        statement.confidence = read.attribution().confidence();
        statement.checkWorthy = read.checkWorthy();
        for (int position = 0; position < read.chain().size(); position++) {
            Hop hop = read.chain().get(position);
            statement.chain.add(new AttributionHop(statement, position, hop.kind(), hop.name(), hop.span()));
        }
        for (ReadStance stance : read.stances()) {
            statement.stances.add(Stance.ofSpeaker(
                    statement, stance.target(), stance.polarity(), stance.confidence(), stance.evidence()));
        }
        return statement;
    }
}
