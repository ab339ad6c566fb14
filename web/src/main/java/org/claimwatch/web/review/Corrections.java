package org.claimwatch.web.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.claim.Claim;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.claim.ClaimStatement;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.reading.ClaimsByWords;
import org.claimwatch.web.reading.ClaimsByWords.Found;
import org.claimwatch.web.words.ReviewWords;

/** Holds what a person entered against the reading: which claim is meant, what is left of it to keep. */
@ApplicationScoped
class Corrections {
    static final int MOST_CLAIMS = 8;

    private final EntityManager entities;
    private final ClaimsByWords claims;

    Corrections(EntityManager entities, ClaimsByWords claims) {
        this.entities = entities;
        this.claims = claims;
    }

    Optional<ClaimStatement> read(Statement statement) {
        return entities.createQuery("from ClaimStatement cs where cs.statement = ?1", ClaimStatement.class)
                .setParameter(1, statement)
                .getResultStream()
                .findFirst();
    }

    /** Claims to choose from: the one that is chosen already, and those that say something like the words. */
    List<Found> found(Statement statement, Correction correction) {
        long read =
                read(statement).map(of -> Objects.requireNonNull(of.claim.id)).orElse(0L);
        var found = new ArrayList<Found>();
        Long chosen = correction.claimId();
        if (chosen != null && chosen != read) {
            claims.numbered(chosen).ifPresent(found::add);
        }
        String words = correction.claimWords().isEmpty() ? statement.content : correction.claimWords();
        if (correction.looks() || !correction.claimWords().isEmpty()) {
            claims.like(words, read, MOST_CLAIMS).stream()
                    .filter(claim -> found.stream().noneMatch(other -> other.id() == claim.id()))
                    .forEach(found::add);
        }
        return found;
    }

    /** Puts into a review what differs from the reading; what keeps it from being kept, else nothing. */
    List<String> onto(Review review, Statement statement, Correction correction) {
        var problems = new ArrayList<>(correction.problems(statement));
        Long id = correction.claimId();
        if (problems.isEmpty() && id != null && claims.numbered(id).isEmpty()) {
            problems.add(ReviewWords.SAY.noClaim(id.toString()));
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        var content = correction.content(statement);
        if (!content.isEmpty()) {
            review.correctContent(content);
        }
        review.correctedSpeaker = correction.otherSpeaker(statement);
        var stance = correction.stance(statement);
        review.correctedNoStance = stance.noneToward();
        review.correctedTarget = stance.toward();
        review.correctedPolarity = stance.side();
        claim(review, statement, correction);
        boolean nothing = content.isEmpty()
                && review.correctedSpeaker == null
                && stance.equals(Correction.StanceChange.NOTHING)
                && review.correctedClaim == null
                && review.correctedClaimPolarity == null
                && !review.correctedNoClaim;
        return nothing ? List.of(ReviewWords.SAY.nothingCorrected()) : List.of();
    }

    /** Of another claim it is always said on which side the statement stands: that of its own says nothing about it. */
    private void claim(Review review, Statement statement, Correction correction) {
        Optional<ClaimStatement> read = read(statement);
        Long id = correction.claimId();
        ClaimPolarity side = correction.claimPolarity();
        boolean other = id != null && read.filter(of -> id.equals(of.claim.id)).isEmpty();
        if (correction.noClaim()) {
            review.correctedNoClaim = read.isPresent();
        } else if (other) {
            review.correctedClaim = entities.getReference(Claim.class, id);
            review.correctedClaimPolarity = side == null ? ClaimPolarity.ASSERTS : side;
        } else if (read.isPresent() && side != null && side != read.get().polarity) {
            review.correctedClaimPolarity = side;
        }
    }
}
