package org.claimwatch.analysis.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** The sources, cues and contents of one output line, each written once, and the links between them by index. */
final class Groups {
    private final ArrayNode sources;
    private final ArrayNode cues;
    private final ArrayNode contents;
    private final ArrayNode links;
    private final List<TextSpan> knownSources = new ArrayList<>();
    private final List<TextSpan> knownCues = new ArrayList<>();

    Groups(ObjectNode output) {
        sources = output.putArray("sources");
        cues = output.putArray("cues");
        contents = output.putArray("contents");
        links = output.putArray("links");
    }

    int source(@Nullable TextSpan span) {
        return index(span, knownSources, sources);
    }

    int cue(@Nullable TextSpan span) {
        return index(span, knownCues, cues);
    }

    /** Links a content to what {@link #source} and {@link #cue} numbered, negative for none. */
    void link(int source, int cue, List<TextSpan> content) {
        ArrayNode group = contents.addArray();
        content.forEach(span -> write(span, group));
        ArrayNode link = links.addArray();
        add(source, link);
        add(cue, link);
        link.add(contents.size() - 1);
    }

    private static int index(@Nullable TextSpan span, List<TextSpan> known, ArrayNode out) {
        if (span == null) {
            return -1;
        }
        if (!known.contains(span)) {
            known.add(span);
            write(span, out.addArray());
        }
        return known.indexOf(span);
    }

    private static void write(TextSpan span, ArrayNode out) {
        out.addArray().add(span.start()).add(span.end());
    }

    private static void add(int index, ArrayNode link) {
        if (index < 0) {
            link.addNull();
        } else {
            link.add(index);
        }
    }
}
