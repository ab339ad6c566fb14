package org.claimwatch.analysis.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.jspecify.annotations.Nullable;

/**
 * Words that say in so many words that a claim is taken back or supported, and which claim: nothing is concluded from
 * what two claims mean.
 *
 * @param kind SUPPORTS or RETRACTS
 * @param cue the words that say so
 * @param claimed the words of the claim that is taken back or supported
 * @param subject who does so, where the words before or after the verb tell it by themselves
 * @param aside whether they hang on a statement before them: "…, supporting the union's claim that …"
 * @param outlets whether the outlet itself takes something back: "an earlier version of this article"
 */
public record RelationWords(
        ClaimRelationKind kind,
        Part cue,
        Part claimed,
        @Nullable Part subject,
        boolean aside,
        boolean outlets) {
    /** From one character to before another. */
    public record Part(int start, int end) {
        Part moved(int by) {
            return new Part(start + by, end + by);
        }
    }

    /**
     * One way of saying so: groups {@code cue} and {@code x}, perhaps {@code subj}.
     *
     * @param barred what may not stand before it in its sentence, since it is then not said: "has not", "asked whether"
     * @param besides a pattern that the whole must have besides, null for none
     * @param needs one word of each of these sets stands in every text that says so: cheaper to look for than a pattern
     */
    record Way(
            Pattern pattern,
            ClaimRelationKind kind,
            boolean aside,
            boolean outlets,
            Pattern barred,
            @Nullable Pattern besides,
            List<Set<String>> needs) {
        Way {
            needs = List.copyOf(needs);
        }

        boolean mayStandIn(Set<String> words) {
            return needs.stream().noneMatch(some -> Collections.disjoint(some, words));
        }
    }

    private static final Map<String, List<Way>> WAYS =
            Map.of("en", EnglishRelationWords.WAYS, "de", GermanRelationWords.WAYS, "ar", ArabicRelationWords.WAYS);

    private static final Pattern WORD = Pattern.compile("\\p{L}++");

    /** A paragraph of more characters is no prose. */
    private static final int LONGEST = 20_000;

    /** So much before it says whether something is said at all. */
    private static final int BEFORE = 300;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?؟][\"”’»]?\\s+(?=[\\p{Lu}\\p{Lo}\"“„«‘])");

    /** From the first of its words to the last. */
    public Part whole() {
        int start = Math.min(cue.start(), claimed.start());
        int end = Math.max(cue.end(), claimed.end());
        return subject == null
                ? new Part(start, end)
                : new Part(Math.min(start, subject.start()), Math.max(end, subject.end()));
    }

    RelationWords moved(int by) {
        return new RelationWords(
                kind, cue.moved(by), claimed.moved(by), subject == null ? null : subject.moved(by), aside, outlets);
    }

    /** The first in a sentence. */
    public static Optional<RelationWords> of(String words, String language) {
        return in(words, language).stream().findFirst();
    }

    /** All in a text, by its code points, paragraph by paragraph; each place is read once. */
    public static List<RelationWords> of(SegmentedText text) {
        if (!WAYS.containsKey(text.language())) {
            return List.of();
        }
        List<RelationWords> found = new ArrayList<>();
        for (Stretch paragraph : text.paragraphs()) {
            in(text.plain().substring(paragraph.start(), paragraph.end()), text.language())
                    .forEach(words -> found.add(words.moved(paragraph.start())));
        }
        return found;
    }

    private static List<RelationWords> in(String words, String language) {
        List<Way> ways = WAYS.getOrDefault(language, List.of());
        boolean idle = language.equals("en") && !words.contains("that") && !words.contains("version of");
        if (ways.isEmpty() || idle || words.length() > LONGEST) {
            return List.of();
        }
        Set<String> present = WORD.matcher(words.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        List<RelationWords> found = new ArrayList<>();
        for (Way way : ways) {
            if (!way.mayStandIn(present)) {
                continue;
            }
            Matcher matcher = way.pattern().matcher(words);
            while (matcher.find()) {
                RelationWords one = read(way, matcher);
                boolean free = found.stream().noneMatch(other -> overlap(other.whole(), one.whole()));
                boolean said =
                        way.besides() == null || way.besides().matcher(words).find();
                if (free
                        && said
                        && !way.barred()
                                .matcher(before(words, one, matcher.start()))
                                .find()) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    private static RelationWords read(Way way, Matcher matcher) {
        boolean subject = way.pattern().namedGroups().containsKey("subj") && matcher.group("subj") != null;
        return new RelationWords(
                way.kind(),
                new Part(matcher.start("cue"), matcher.end("cue")),
                new Part(matcher.start("x"), matcher.end("x")),
                subject ? new Part(matcher.start("subj"), matcher.end("subj")) : null,
                way.aside(),
                way.outlets());
    }

    private static boolean overlap(Part one, Part other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    /** The words of the same sentence before it, its subject among them. */
    private static String before(String words, RelationWords found, int start) {
        int place = found.subject() == null
                ? start
                : Math.max(start, Math.min(found.cue().start(), found.claimed().start()));
        String before = words.substring(Math.max(0, place - BEFORE), place);
        Matcher end = SENTENCE_END.matcher(before + words.substring(place, Math.min(words.length(), place + 1)));
        int sentence = 0;
        while (end.find() && end.end() <= before.length()) {
            sentence = end.end();
        }
        return before.substring(sentence);
    }
}
