package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.Token;

/**
 * A mention that is no name: "the finance minister", "a customs official", "residents".
 *
 * @param name without its article
 * @param head the noun that it is about, in lower case
 * @param words its nouns and adjectives in lower case
 * @param belonging the names after the noun, in lower case: "Dorva" of "the minister from Dorva"
 */
record Description(
        String name,
        String head,
        List<String> words,
        boolean definite,
        boolean indefinite,
        boolean plural,
        boolean capitalised,
        List<String> belonging) {
    private static final Set<String> INDEFINITE = Set.of(
            "a",
            "an",
            "one",
            "two",
            "three",
            "some",
            "several",
            "many",
            "another",
            "unnamed",
            "anonymous",
            "few",
            "most",
            "eine",
            "ein",
            "einer",
            "einen",
            "einem",
            "second",
            "others");
    private static final Set<String> COUNTS =
            Set.of("two", "three", "four", "five", "six", "seven", "both", "several", "some", "many", "few", "most");
    private static final Set<String> DEFINITE =
            Set.of("the", "his", "her", "its", "their", "that", "this", "der", "die", "das", "dem", "den", "des");
    private static final Set<String> LINKS = Set.of(
            "of",
            "for",
            "in",
            "at",
            "from",
            "who",
            "on",
            "with",
            "behind",
            "which",
            "that",
            "familiar",
            "close",
            "von",
            "vom");
    private static final Set<String> PRONOUNS =
            Set.of("he", "she", "it", "they", "her", "his", "him", "we", "i", "er", "sie");

    Description {
        words = List.copyOf(words);
        belonging = List.copyOf(belonging);
    }

    static boolean isPronoun(String word) {
        return PRONOUNS.contains(word);
    }

    static Description of(List<Token> tokens, String mention) {
        int head = head(tokens);
        String first = tokens.getFirst().lower();
        boolean definite =
                DEFINITE.contains(first) || tokens.stream().limit(head).anyMatch(t -> t.is("'s"));
        boolean indefinite =
                !definite && (INDEFINITE.contains(first) || tokens.getFirst().pos() == Pos.NUM);
        String noun = tokens.get(head).lower();
        noun = noun.startsWith("ex-") ? noun.substring(3) : noun;
        boolean bare = !definite && !indefinite && (tokens.getFirst().pos() != Pos.PROPN || head == 0);
        boolean counted = tokens.stream().limit(head).anyMatch(t -> COUNTS.contains(t.lower()));
        boolean plural = RoleNouns.isPlural(noun)
                || counted
                || (noun.endsWith("s") && !noun.endsWith("ss") && bare && !Words.isOrganisation(noun));
        boolean capitalised = tokens.stream().skip(1).anyMatch(t -> t.isCapitalised() && t.pos() == Pos.PROPN)
                || (tokens.size() == 1 && tokens.getFirst().pos() == Pos.PROPN && !plural);
        List<String> words = tokens.stream()
                .limit(head + 1L)
                .filter(t -> t.pos().nominal() || t.pos() == Pos.ADJ || t.equals(tokens.get(head)))
                .map(Token::lower)
                .toList();
        List<String> belonging = tokens.stream()
                .skip(head + 1L)
                .filter(Token::isCapitalised)
                .map(Token::lower)
                .toList();
        return new Description(stripped(mention), noun, words, definite, indefinite, plural, capitalised, belonging);
    }

    private static int head(List<Token> tokens) {
        for (int i = 0; i < tokens.size() - 1; i++) {
            String next = tokens.get(i + 1).lower();
            if (tokens.get(i).pos().nominal() && (LINKS.contains(next) || next.equals(","))) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    List<String> modifiers() {
        return words.stream().filter(w -> !w.equals(head)).toList();
    }

    String lowered() {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** Without an article or possessive at its start. */
    static String stripped(String mention) {
        String flat = mention.replaceAll("\\s+", " ").strip();
        for (String article : List.of(
                "the ", "a ", "an ", "its ", "his ", "her ", "their ", "der ", "die ", "das ", "ein ", "eine ")) {
            if (flat.toLowerCase(Locale.ROOT).startsWith(article) && flat.length() > article.length()) {
                return flat.substring(article.length());
            }
        }
        return flat;
    }
}
