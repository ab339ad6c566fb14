package org.claimwatch.web.layout;

import jakarta.ws.rs.WebApplicationException;
import java.io.Serial;

/** Says no to a program, and why. */
public class Refused extends WebApplicationException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.detail(), problem.status());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
