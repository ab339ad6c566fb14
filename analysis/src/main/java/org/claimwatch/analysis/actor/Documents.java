package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;

/** A paper speaks for the body that wrote it: "a note by the commission … the note says". */
final class Documents {
    private static final Set<String> PAPERS = Set.of(
            "report",
            "note",
            "study",
            "draft",
            "document",
            "statement",
            "paper",
            "survey",
            "review",
            "estimate",
            "memo",
            "letter",
            "communiqué",
            "communique",
            "bulletin",
            "outline",
            "analysis",
            "findings",
            "forecast",
            "briefing");
    private static final Set<String> LINKS = Set.of("by", "of", "from");
    private static final Set<String> PUBLISHING = Set.of(
            "published", "released", "issued", "presented", "wrote", "drafted", "circulated", "delivered", "compiled");

    /** Words between a paper and its body. */
    private static final int NEAR = 5;

    private final SegmentedText text;
    private final Antecedents antecedents;
    private final Map<Integer, Entity> authors = new TreeMap<>();

    Documents(SegmentedText text, Antecedents antecedents) {
        this.text = text;
        this.antecedents = antecedents;
        for (int i = 0; i < text.tokens().size(); i++) {
            if (PAPERS.contains(text.tokens().get(i).lower())) {
                int paper = i;
                author(i).ifPresent(body -> authors.put(paper, body));
            }
        }
    }

    /** Whether a noun is a paper's. */
    static boolean isPaper(String noun) {
        return PAPERS.contains(noun);
    }

    /** Whose paper a mention is of: the words say it themselves, or the latest of that kind before. */
    Optional<Entity> find(Description description, TextSpan source) {
        if (!PAPERS.contains(description.head()) || !description.definite()) {
            return Optional.empty();
        }
        Entity found = null;
        for (Map.Entry<Integer, Entity> paper : authors.entrySet()) {
            Token noun = text.tokens().get(paper.getKey());
            if (noun.start() < source.end() && noun.is(description.head())) {
                found = paper.getValue();
            }
        }
        return Optional.ofNullable(found);
    }

    private Optional<Entity> author(int paper) {
        List<Token> tokens = text.tokens();
        int next = paper + 1;
        if (next < tokens.size() && LINKS.contains(tokens.get(next).lower())) {
            int end = Math.min(tokens.size() - 1, next + NEAR);
            return body(tokens.get(next).end(), tokens.get(end).start(), false);
        }
        if (next < tokens.size() - 1 && tokens.get(next).is("that")) { // "the report that the auditors handed over"
            return body(
                    tokens.get(next).end(),
                    tokens.get(Math.min(tokens.size() - 1, next + NEAR)).start(),
                    false);
        }
        for (int i = paper - 1; i > Math.max(0, paper - NEAR); i--) {
            boolean owned = tokens.get(i).is("'s") || tokens.get(i).is("'");
            if (owned || PUBLISHING.contains(tokens.get(i).lower())) {
                return body(
                        tokens.get(Math.max(0, i - NEAR)).start(), tokens.get(i).start(), true);
            }
        }
        return Optional.empty();
    }

    /** The first or the last body that is named between two offsets; no place and no outlet. */
    private Optional<Entity> body(int from, int to, boolean last) {
        return from >= to
                ? Optional.empty()
                : antecedents.within(new TextSpan(from, to)).values().stream()
                        .filter(e -> e.isOrganisation() && !e.place && !e.outlet)
                        .reduce((one, other) -> last ? other : one);
    }
}
