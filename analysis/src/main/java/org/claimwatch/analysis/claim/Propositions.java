package org.claimwatch.analysis.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.RelationWords;
import org.claimwatch.analysis.model.Terms;
import org.claimwatch.common.claim.ClaimRelationKind;

/** Turns contents into propositions, and passes over what asserts nothing: thanks, requests, intentions, questions. */
public final class Propositions {
    private static final Pattern NEGATION = Pattern.compile(
            "(?i)(?<!\\p{L})(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|\\p{L}+n['’]t|nicht|kein\\p{L}*|nie|niemand|nichts|لم|لن|لا|ليس|ليست)(?!\\p{L})");
    private static final Pattern NON_CLAIM = Pattern.compile(
            "(?i)^(?:thank|thanks|please|congratulations|sorry|let us|let's|let’s|welcome|we hope|i hope|our thoughts|to|for (?:calm|cool|restraint|talks)|wir danken|danke|bitte|شكرا)(?!\\p{L}).*");
    private static final Pattern WHOLE = Pattern.compile("[\"“„«‘]([^\"“”„«»‘]*)[\"”“»’]?|([^\"“”„«»‘’]*)[\"”“»]");
    private static final List<String> MARKS = List.of("“”", "«»");
    private static final int FEWEST_TERMS = 3;
    private static final Set<String> MAGNITUDES = Set.of("million", "billion", "thousand", "hundr");

    private Propositions() {}

    /** Empty for what is no claim, or none that can be read by itself. */
    public static Optional<Proposition> of(Utterance utterance) {
        if (!utterance.language().equals("en")) {
            return of(utterance.content(), utterance.language());
        }
        return Wording.of(utterance)
                .flatMap(worded -> of(utterance.content(), "en")
                        .map(p -> new Proposition(
                                sentence(worded), p.language(), p.terms(), p.anchors(), p.negated(), p.relates())));
    }

    /** Empty for what is no claim. */
    public static Optional<Proposition> of(String content, String language) {
        String sentence = sentence(content);
        if (sentence.endsWith("?")
                || NON_CLAIM.matcher(sentence.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        Proposition proposition = compared(sentence, language);
        return proposition.terms().size() < FEWEST_TERMS ? Optional.empty() : Optional.of(proposition);
    }

    /** The words of a text that are worth searching other claims for. */
    public static String searchWords(String text) {
        Matcher words = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+").matcher(text);
        StringBuilder kept = new StringBuilder();
        while (words.find()) {
            if (!Terms.term(words.group()).isEmpty()) {
                kept.append(words.group()).append(' ');
            }
        }
        return kept.toString().strip();
    }

    /** A text that is known to be a claim. */
    public static Proposition compared(String text, String language) {
        return new Proposition(
                text,
                language,
                weights(text),
                Anchors.of(text, language),
                NEGATION.matcher(text).find(),
                RelationWords.of(text, language).map(RelationWords::kind).orElse(null));
    }

    /** What says of another claim, in these words, that it is taken back or supported. */
    public static Proposition relating(String words, String language, ClaimRelationKind kind) {
        return compared(sentence(words), language).relating(kind);
    }

    /** What is taken back or supported; empty where its words say too little to know it again. */
    public static Optional<Proposition> claimed(String words, String language) {
        Proposition proposition = compared(sentence(words), language);
        return proposition.terms().size() < FEWEST_TERMS || proposition.relates() != null
                ? Optional.empty()
                : Optional.of(proposition);
    }

    /** One sentence: a capital at its start, a full stop at its end, no quotation marks around it. */
    static String sentence(String content) {
        String flat = balanced(content.replaceAll("\\s+", " ").strip());
        flat = flat.replaceAll("[,;:–-]+$", "").strip();
        if (flat.isEmpty()) {
            return flat;
        }
        int first = flat.offsetByCodePoints(0, 1);
        String sentence = flat.substring(0, first).toUpperCase(Locale.ROOT) + flat.substring(first);
        return sentence.matches("(?s).*[.!?؟…]") ? sentence : sentence + ".";
    }

    /** Without marks around the whole, nor one without its partner. */
    private static String balanced(String flat) {
        Matcher whole = WHOLE.matcher(flat);
        String inner = !whole.matches() ? flat : whole.group(1) != null ? whole.group(1) : whole.group(2);
        return MARKS.stream()
                .filter(pair -> inner.indexOf(pair.charAt(0)) >= 0 != inner.lastIndexOf(pair.charAt(1)) >= 0)
                .reduce(
                        inner,
                        (text, pair) -> text.replaceAll("[" + pair + "](?!\\p{L})|(?<!\\p{L})[" + pair + "]", ""))
                .strip();
    }

    private static Map<String, Double> weights(String text) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Matcher capital = Pattern.compile("(?<=[^.!?]\\s)\\p{Lu}[\\p{L}’'-]+").matcher(text);
        Map<String, Integer> terms = Terms.of(text);
        java.util.Set<String> names = new java.util.HashSet<>();
        while (capital.find()) {
            names.add(Terms.term(capital.group()));
        }
        for (String term : terms.keySet()) {
            double weight =
                    Terms.isNumber(term) ? 2.0 : names.contains(term) ? 1.3 : MAGNITUDES.contains(term) ? 0.5 : 1.0;
            weights.put(term, weight);
        }
        return weights;
    }
}
