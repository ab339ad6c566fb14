package org.claimwatch.analysis.model;

import java.util.List;

/** How probable a tagger finds each span of a sequence in each role. */
public interface Marking {
    /** The spans of any role that are more probable than this, in no order; they may overlap. */
    List<RoleSpan> spans(double least);

    /** How probable it is that a place lies within a span of a role. */
    double within(int place, int role);

    /** How probable it is that no span plays any role. */
    double nothing();
}
