package org.claimwatch.analysis.stance;

import java.util.List;
import org.claimwatch.common.statement.TextSpan;

/**
 * What sides may be taken towards.
 *
 * @param mentions where a text speaks of it, in order
 */
public record Target(String name, List<TextSpan> mentions) {
    public Target {
        mentions = List.copyOf(mentions);
    }
}
