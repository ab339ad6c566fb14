package org.claimwatch.analysis.attribution;

import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;

/** Finds the statements of a text; rules stand behind it now, a trained tagger may later. */
@FunctionalInterface
public interface Attributor {
    /** In reading order. */
    List<Attribution> attribute(SegmentedText text);
}
