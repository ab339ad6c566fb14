package org.claimwatch.web.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.claimwatch.web.layout.Problem;
import org.claimwatch.web.layout.Refused;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Reader;

/** Tells programs a claim that its outlets took out again from one that never was. */
@ApplicationScoped
class StandingClaims {
    private final Claims claims;
    private final SaidOfClaim said;

    StandingClaims(Claims claims, SaidOfClaim said) {
        this.claims = claims;
        this.said = said;
    }

    /**
     * A claim that some article makes in the version that stands now.
     *
     * @throws Refused with 410 if no article does any more; the problem says where to ask for what was
     * @throws NotFoundException if none ever did
     */
    ClaimLine of(long claim, Reader reader) {
        return claims.lines(List.of(claim), reader).stream().findFirst().orElseThrow(() -> {
            if (said.replaced(claim, 1, reader).isEmpty()) {
                return new NotFoundException();
            }
            return new Refused(Problem.gone(
                    "No article says this any more",
                    "It stood in versions that their outlets have replaced since: /api/v1/claims/%d/replaced tells where."
                            .formatted(claim),
                    "taken out",
                    null));
        });
    }
}
