package org.claimwatch.web.article;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.article.Alignment.Step;
import org.claimwatch.web.article.Sentences.Sentence;
import org.claimwatch.web.article.Sentences.Word;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a text says otherwise than another, sentence by sentence.
 *
 * @param passages in the order of the newer text; what was removed stands where it stood
 */
record Changes(List<Passage> passages) {
    /** From this share of common words on, a sentence is the other one changed. */
    private static final double SAME_SENTENCE = 0.5;

    /** What became of a sentence. */
    enum Kind {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /** Words that only the older version has, only the newer one, or both. */
    enum In {
        BOTH,
        BEFORE,
        AFTER
    }

    /**
     * Words next to each other that are in the same versions.
     *
     * @param start their first code point in the text of the version that has them, the newer of two
     * @param end the one after their last
     */
    record Piece(In in, String text, int start, int end) {}

    /** A sentence. */
    record Passage(Kind kind, boolean opens, List<Piece> pieces) {}

    static Changes between(String before, String after, @Nullable String language) {
        List<Sentence> old = Sentences.of(before, language).all();
        List<Sentence> now = Sentences.of(after, language).all();
        var passages = new ArrayList<Passage>();
        for (Step step : Alignment.of(old.size(), now.size(), (i, j) -> score(old.get(i), now.get(j)))) {
            if (step.after() < 0) {
                Sentence gone = old.get(step.before());
                passages.add(new Passage(Kind.REMOVED, gone.opens(), whole(In.BEFORE, gone)));
            } else if (step.before() < 0) {
                Sentence added = now.get(step.after());
                passages.add(new Passage(Kind.ADDED, added.opens(), whole(In.AFTER, added)));
            } else {
                passages.add(pair(old.get(step.before()), now.get(step.after())));
            }
        }
        return new Changes(passages);
    }

    long count(Kind kind) {
        return passages.stream().filter(passage -> passage.kind() == kind).count();
    }

    private static double score(Sentence before, Sentence after) {
        if (before.sameAs(after)) {
            return 1;
        }
        double likeness = before.likeness(after);
        return likeness < SAME_SENTENCE ? 0 : Math.min(0.99, likeness);
    }

    private static Passage pair(Sentence before, Sentence after) {
        return before.sameAs(after)
                ? new Passage(Kind.SAME, after.opens(), whole(In.BOTH, after))
                : new Passage(Kind.CHANGED, after.opens(), words(before.words(), after.words()));
    }

    private static List<Piece> whole(In in, Sentence sentence) {
        List<Word> words = sentence.words();
        return words.isEmpty()
                ? List.of()
                : List.of(new Piece(
                        in,
                        sentence.text(),
                        words.getFirst().start(),
                        words.getLast().end()));
    }

    private static List<Piece> words(List<Word> before, List<Word> after) {
        var pieces = new ArrayList<Piece>();
        for (Step step : Alignment.of(
                before.size(), after.size(), (i, j) -> before.get(i).sameAs(after.get(j)) ? 1 : 0)) {
            if (step.after() < 0) {
                add(pieces, In.BEFORE, before.get(step.before()));
            } else {
                add(pieces, step.before() < 0 ? In.AFTER : In.BOTH, after.get(step.after()));
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, In in, Word word) {
        Piece last = pieces.isEmpty() ? null : pieces.getLast();
        if (last != null && last.in() == in) {
            pieces.set(pieces.size() - 1, new Piece(in, last.text() + word.text(), last.start(), word.end()));
        } else {
            pieces.add(new Piece(in, word.text(), word.start(), word.end()));
        }
    }
}
