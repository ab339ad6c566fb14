package org.claimwatch.analysis.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.Token;

/** Cuts out of indirect content what says who said it: a claim's text is the same whoever reports it. */
final class OwnWords {
    private static final String REPORTS =
            "(?:said|says?|told|tells|adds|added|wrote|writes|estimated?s?|reported|announced|claimed|stated|noted|warned|argued|explained)";
    private static final String REPORTING =
            "(?:saying|adding|noting|recalling|citing|quoting|stressing|claiming|arguing|warning|insisting|stating)";
    private static final String UNQUOTED = "[^,\"“”„«»]";

    /** Each is an insertion between commas, or the end. */
    private static final List<Pattern> ENGLISH = List.of(
            Pattern.compile(",? according to " + UNQUOTED + "+(?:,|$)"),
            Pattern.compile(", (?!and |but |or |who |which |that |when |where )" + UNQUOTED + "{1,80}? " + REPORTS
                    + "(?![\\p{L}’'])" + UNQUOTED + "*(?:,|$)"),
            Pattern.compile(", " + REPORTING + " .*$"),
            Pattern.compile("(?<=[\"”’]), (?:its|his|her|their|the|an?) \\p{Ll}+(?: \\p{Ll}+)?$"));

    private static final List<Pattern> GERMAN = List.of(
            Pattern.compile(", (?:heißt|hieß) es(?!\\p{L})" + UNQUOTED + "*(?:,|$)"),
            Pattern.compile(", (?:sagte?|erklärte?|teilte|berichtete?|schreibt|schrieb) " + UNQUOTED + "*(?:,|$)"),
            Pattern.compile(", so (?:(?i:der|die|das|ein|eine)|\\p{Lu}\\p{L}+) " + UNQUOTED + "*(?:,|$)"),
            Pattern.compile(",? (?:laut|nach Angaben) " + UNQUOTED + "+$"));

    private OwnWords() {}

    static Utterance of(Utterance utterance) {
        String flat = utterance.content().replaceAll("\\s+", " ").strip();
        String cut = flat;
        for (Pattern pattern : patterns(utterance.language())) {
            cut = without(pattern, cut);
        }
        return cut.equals(flat) ? utterance : utterance.with(cut, kept(utterance.words(), cut));
    }

    private static List<Pattern> patterns(String language) {
        return switch (language) {
            case "en" -> ENGLISH;
            case "de" -> GERMAN;
            default -> List.of();
        };
    }

    private static String without(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        StringBuilder kept = new StringBuilder();
        int from = 0;
        while (found.find()) {
            if (!quoted(text, found.start())) {
                kept.append(text, from, found.start());
                from = found.end();
            }
        }
        return kept.append(text.substring(from)).toString().strip();
    }

    /** The mark “ closes what „ opened, and opens otherwise. */
    private static boolean quoted(String text, int end) {
        boolean open = false;
        for (int i = 0; i < end; i++) {
            open = switch (text.charAt(i)) {
                case '„' -> true;
                case '”' -> false;
                case '"', '“', '«', '»' -> !open;
                default -> open;
            };
        }
        return open;
    }

    private static List<Token> kept(List<Token> words, String text) {
        List<Token> kept = new ArrayList<>();
        int at = 0;
        for (Token word : words) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (text.startsWith(word.text(), at)) {
                kept.add(word);
                at += word.text().length();
            }
        }
        return kept;
    }
}
