package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Brings what the tagger proposes into the shape of statements, and turns down what is none. */
final class Proposals {
    private static final float LEAST = 0.6f;

    /** Not saying is no statement, and whoever is asked or shown something has not said it. */
    private static final Set<String> UNSAID = Set.of(
            "not",
            "n't",
            "never",
            "no",
            "without",
            "declined",
            "declines",
            "refused",
            "refuses",
            "showed",
            "shows",
            "asked",
            "asks",
            "ask",
            "citing",
            "cited",
            "failed",
            "unable");

    /** Speakers of clauses within clauses, and of quoted speech. */
    private static final Set<String> NOBODY = Set.of("who", "which", "that", "you", "i", "we", "it", "what");

    private static final Set<String> CITING =
            Set.of("citing", "cited", "cites", "quoting", "quoted", "quotes", "according");

    private static final Set<String> RELATIVES = Set.of("who", "which", "that");

    private static final Set<String> DASHES = Set.of("-", "–", "—");
    private static final Set<String> EDGES = Set.of(",", ".", ";", ":", "-", "–", "—");
    private static final int FEWEST_WORDS = 3;

    private final SegmentedText text;
    private final Forms forms;
    private final List<TextSpan> quoted;
    private final CueLexicon lexicon = CueLexicon.english();

    Proposals(SegmentedText text) {
        this.text = text;
        List<Quotation> quotations = Quotations.of(text);
        this.forms = new Forms(quotations);
        this.quoted = quotations.stream().flatMap(q -> q.parts().stream()).toList();
    }

    /** A proposal as a statement, or null. */
    @Nullable Attribution worthwhile(Attribution proposal) {
        TextSpan cue = proposal.cue();
        TextSpan source = proposal.source();
        if (proposal.confidence() < LEAST || cue == null || source == null) {
            return null;
        }
        List<Token> cueWords = text.tokensIn(cue);
        if (cueWords.stream()
                        .anyMatch(t -> UNSAID.contains(t.lower()) || t.lower().endsWith("n't"))
                || NOBODY.contains(text.cut(source).toLowerCase(Locale.ROOT))) {
            return null;
        }
        List<TextSpan> content = content(proposal);
        long words = content.stream()
                .flatMap(span -> text.tokensIn(span).stream())
                .filter(Token::isWord)
                .count();
        TextSpan mention = trimmed(source);
        if (content.isEmpty() || words < FEWEST_WORDS || mention == null) {
            return null;
        }
        boolean denies = cueWords.stream()
                .map(t -> lexicon.form(t.lower()))
                .anyMatch(form -> form != null && form.verb().denies());
        return new Attribution(
                mention, cue, content, form(content), List.of(), denies, false, 0.85f * proposal.confidence());
    }

    StatementForm form(List<TextSpan> content) {
        return forms.of(content);
    }

    /** The rules' source, unless the tagger reads another one by the same cue and no reporter stands between. */
    @Nullable TextSpan source(Attribution rule, Attribution proposal) {
        TextSpan own = rule.source();
        TextSpan other = proposal.source();
        TextSpan cue = rule.cue();
        if (other == null
                || cue == null
                || proposal.cue() == null
                || !cue.overlaps(proposal.cue())
                || proposal.confidence() < LEAST
                || !rule.relays().isEmpty()
                || text.tokensIn(cue).stream().anyMatch(t -> CITING.contains(t.lower()))
                || RELATIVES.contains(text.cut(other).toLowerCase(Locale.ROOT))) {
            return own;
        }
        TextSpan trimmed = trimmed(other);
        if (own != null
                && trimmed != null
                && !own.overlaps(trimmed)
                && (isBefore(trimmed, own, cue) || isInserted(own, trimmed, cue))) {
            return own;
        }
        boolean inside = own != null && trimmed != null && own.start() <= trimmed.start() && trimmed.end() <= own.end();
        boolean named = trimmed != null
                && text.tokensIn(trimmed).stream().allMatch(t -> t.isCapitalised() || !t.isWord())
                && !text.tokensIn(trimmed).getLast().is("'s");
        return trimmed == null || (own != null && own.overlaps(trimmed) && !(inside && named)) ? own : trimmed;
    }

    /** In a dateline: "Tehran, IRNA – the minister says", "NEW DELHI, Jan 5 (PTI) The minister says". */
    private boolean isBefore(TextSpan other, TextSpan own, TextSpan cue) {
        if (other.end() >= own.start()) {
            return false;
        }
        String words = text.cut(other);
        boolean shouted = words.length() > 3 && words.equals(words.toUpperCase(Locale.ROOT));
        boolean subject = own.end() <= cue.start();
        return shouted
                || between(other, own).stream()
                        .anyMatch(t -> DASHES.contains(t.text())
                                || (subject && t.text().equals(")")));
    }

    /** "Sybirko, speaking beside his colleague Budvytis, said": in what stands between commas after the subject. */
    private boolean isInserted(TextSpan own, TextSpan other, TextSpan cue) {
        return own.end() < other.start()
                && other.end() < cue.start()
                && between(own, other).stream().anyMatch(t -> t.is(","))
                && between(other, cue).stream().anyMatch(t -> t.is(","));
    }

    private List<Token> between(TextSpan one, TextSpan next) {
        int from = one.end();
        int to = next.start();
        return text.tokensIn(new TextSpan(from, to));
    }

    /** Without a complementiser before it and marks around it; a quotation that is mostly in it is in it as a whole. */
    List<TextSpan> content(Attribution proposal) {
        List<TextSpan> spans = new ArrayList<>();
        for (TextSpan span : proposal.content()) {
            TextSpan bare = bare(span);
            if (bare != null) {
                spans.add(withQuotations(bare));
            }
        }
        return forms.unwrapped(spans);
    }

    private @Nullable TextSpan bare(TextSpan span) {
        List<Token> words = text.tokensIn(span);
        int from = 0;
        int to = words.size();
        while (from < to
                && (words.get(from).is("that") || EDGES.contains(words.get(from).text()))) {
            from++;
        }
        while (to > from && EDGES.contains(words.get(to - 1).text())) {
            to--;
        }
        return from < to
                ? new TextSpan(words.get(from).start(), words.get(to - 1).end())
                : null;
    }

    private TextSpan withQuotations(TextSpan span) {
        int start = span.start();
        int end = span.end();
        for (TextSpan quote : quoted) {
            boolean before = quote.start() < start && start < quote.end();
            boolean after = quote.start() < end && end < quote.end();
            if (before && end <= quote.end() + 2) {
                return quote;
            }
            start = before ? quote.start() - 1 : start;
            end = after ? quote.end() + 1 : end;
        }
        return new TextSpan(Math.max(0, start), Math.min(end, text.plain().length()));
    }

    /** What names the speaker, without title and apposition. */
    private @Nullable TextSpan trimmed(TextSpan source) {
        List<Token> words = text.tokensIn(source);
        if (words.isEmpty()) {
            return null;
        }
        Unit unit =
                new Unit(words.stream().map(word -> new Item(word, null, false)).toList(), 0);
        int comma = comma(unit, 0);
        Range main = new Range(0, comma);
        if (comma < unit.size() - 1 && comma > 0) {
            Range inner = new Range(comma + 1, comma(unit, comma + 1));
            if (inner.end() > inner.start() && NounPhrases.isName(unit, inner) && !NounPhrases.isName(unit, main)) {
                main = inner;
            }
        }
        return main.end() > main.start() ? Mentions.span(unit, main) : null;
    }

    private static int comma(Unit unit, int from) {
        int i = from;
        while (i < unit.size() && !unit.is(i, ",") && !unit.is(i, "(")) {
            i++;
        }
        return i;
    }
}
