package org.claimwatch.ingest.extract;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text by its script and its commonest words, and whether a declared one can be right. */
public final class WrittenIn {
    private static final Map<UnicodeScript, List<String>> LANGUAGES = Map.of(
            UnicodeScript.ARABIC, List.of("ar", "fa", "ur", "ps", "ku", "ug"),
            UnicodeScript.HEBREW, List.of("he", "iw", "yi"),
            UnicodeScript.CYRILLIC, List.of("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn"),
            UnicodeScript.GREEK, List.of("el"),
            UnicodeScript.HAN, List.of("zh", "ja"),
            UnicodeScript.HIRAGANA, List.of("ja"),
            UnicodeScript.HANGUL, List.of("ko"),
            UnicodeScript.THAI, List.of("th"),
            UnicodeScript.DEVANAGARI, List.of("hi", "mr", "ne"),
            UnicodeScript.BENGALI, List.of("bn", "as"));

    private static final Map<String, Set<String>> COMMON_WORDS = Map.ofEntries(
            Map.entry("en", Set.of("the", "and", "of", "to", "that", "was", "for", "with", "have", "is")),
            Map.entry("de", Set.of("der", "die", "und", "das", "nicht", "mit", "den", "von", "ist", "auf")),
            Map.entry("fr", Set.of("le", "les", "et", "des", "une", "est", "dans", "pour", "que", "du")),
            Map.entry("es", Set.of("el", "los", "las", "una", "por", "con", "del", "que", "para", "y")),
            Map.entry("it", Set.of("il", "della", "che", "per", "una", "sono", "con", "gli", "nel", "di")),
            Map.entry("pt", Set.of("o", "os", "uma", "não", "com", "para", "que", "do", "da", "em")),
            Map.entry("nl", Set.of("de", "het", "een", "van", "niet", "dat", "op", "voor", "zijn", "met")),
            Map.entry("sv", Set.of("och", "att", "det", "som", "är", "på", "för", "av", "inte", "till")),
            Map.entry("da", Set.of("og", "det", "at", "af", "til", "ikke", "på", "som", "er", "den")),
            Map.entry("no", Set.of("og", "det", "av", "til", "ikke", "på", "som", "er", "har", "å")),
            Map.entry("fi", Set.of("ja", "on", "että", "ei", "oli", "se", "hän", "ovat", "mutta", "kun")),
            Map.entry("pl", Set.of("się", "nie", "na", "jest", "że", "do", "w", "z", "i", "to")),
            Map.entry("cs", Set.of("se", "na", "je", "že", "v", "a", "s", "do", "ve", "které")),
            Map.entry("tr", Set.of("ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "çok", "daha")),
            Map.entry("id", Set.of("yang", "dan", "di", "untuk", "dengan", "ini", "dari", "itu", "pada", "tidak")),
            Map.entry("vi", Set.of("và", "của", "là", "có", "không", "được", "cho", "một", "trong", "người")));

    private WrittenIn() {}

    public static @Nullable String of(String text, @Nullable String declared) {
        String sample = text.substring(0, Math.min(text.length(), 4_000));
        UnicodeScript script = script(sample);
        if (script == null) {
            return declared;
        }
        String primary = declared == null ? "" : Locale.forLanguageTag(declared).getLanguage();
        List<String> possible = LANGUAGES.get(script);
        if (possible != null) {
            return possible.contains(primary) ? declared : possible.getFirst();
        }
        String counted = byWords(sample);
        boolean contradicted = counted != null
                && !counted.equals(primary)
                && (declared == null || COMMON_WORDS.containsKey(primary) || isNotLatin(primary));
        return contradicted ? counted : declared;
    }

    private static boolean isNotLatin(String language) {
        return LANGUAGES.values().stream().anyMatch(list -> list.contains(language));
    }

    private static @Nullable UnicodeScript script(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0);
        if (kana > 0 && kana * 10 > counts.getOrDefault(UnicodeScript.HAN, 0)) {
            return UnicodeScript.HIRAGANA;
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The language whose commonest words make up clearly more of the text than any other's. */
    private static @Nullable String byWords(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1);
        String best = null;
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Set<String>> language : COMMON_WORDS.entrySet()) {
            int count = 0;
            for (String word : words) {
                count += language.getValue().contains(word) ? 1 : 0;
            }
            if (count > most) {
                second = most;
                most = count;
                best = language.getKey();
            } else {
                second = Math.max(second, count);
            }
        }
        return words.length >= 20 && most * 12 > words.length && most * 2 > second * 3 ? best : null;
    }
}
