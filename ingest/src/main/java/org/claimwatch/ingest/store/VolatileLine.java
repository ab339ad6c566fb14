package org.claimwatch.ingest.store;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the lines of a page that change without the report: when it was updated, how often it was read, where to go next. */
final class VolatileLine {
    private static final int LONGEST = 220;
    private static final int MOST_COUNTER_WORDS = 8;

    private static final Pattern STAMP = Pattern.compile(
            "^\\W*(?:(?:last|first|zuletzt|latest)\\s+)?(?:updated?|published|posted|modified|revised|aktualisiert|"
                    + "aktualisierung|veröffentlicht|publiziert|stand|erstellt|geändert|mis à jour|publié|actualizado|publicado|"
                    + "آخر تحديث|تاريخ النشر|تاريخ التحديث|نُشر|نشر|تم النشر|تم التحديث|حُدّث|حدث)(?:\\s+(?:on|at|am|um|vom|le|el|في|بتاريخ))?"
                    + "(?=[\\s:：.,|(–—-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NEXT = Pattern.compile(
            "^\\W*(?:(?:read (?:more|also|next)|also read|see also|watch also|don't miss|lesen sie (?:auch|mehr)|lesen sie dazu|"
                    + "mehr zum thema|siehe auch|auch interessant|das könnte sie auch interessieren|lire aussi|lea también|"
                    + "اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|شاهد أيضاً|مواضيع ذات صلة|موضوعات ذات صلة)(?=\\W|$).*"
                    + "|(?:related(?: stories| articles| topics| news)?|more on this|more like this|recommended|most read|"
                    + "topics|tags|themen|schlagwörter|empfohlen|meistgelesen|ذات صلة|الأكثر قراءة)\\s*(?:[:：|–—].*)?"
                    + "|(?:advertisement|advertising|advert|ad|anzeige|werbung|sponsored|publicité|publicidad|إعلان|اعلان|share|share this"
                    + "|teilen|drucken|print|copy link|save|merken|follow us|subscribe|شارك|مشاركة|طباعة)\\W*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    private static final Set<String> COUNTED = Set.of(
            "comment",
            "comments",
            "view",
            "views",
            "share",
            "shares",
            "like",
            "likes",
            "read",
            "reads",
            "reading",
            "min",
            "mins",
            "minute",
            "minutes",
            "time",
            "reactions",
            "kommentar",
            "kommentare",
            "aufrufe",
            "mal",
            "gelesen",
            "geteilt",
            "lesezeit",
            "lesedauer",
            "minuten",
            "ca",
            "k",
            "m",
            "tsd",
            "votes",
            "followers",
            "تعليق",
            "تعليقات",
            "مشاهدة",
            "مشاهدات",
            "مشاركة",
            "مشاركات",
            "قراءة",
            "دقيقة",
            "دقائق",
            "مدة",
            "زمن",
            "القراءة");

    private static final Set<String> TIME = timeWords();

    private VolatileLine() {}

    static boolean matches(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return text.isEmpty();
        }
        return NEXT.matcher(text).matches() || isStamp(text) || isCounter(text);
    }

    /** "Updated 12:05" is one, "Updated figures show 12 dead" is not: only times may follow. */
    private static boolean isStamp(String text) {
        var stamp = STAMP.matcher(text);
        if (!stamp.find()) {
            return false;
        }
        String rest = text.substring(stamp.end());
        return rest.codePoints().anyMatch(Character::isDigit)
                && WORDS.splitAsStream(rest).allMatch(VolatileLine::isTime);
    }

    private static boolean isTime(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.isEmpty()
                || TIME.contains(lower)
                || lower.matches("\\p{Nd}+(?:st|nd|rd|th|h|am|pm|utc|gmt)?|t?\\p{Nd}+z?");
    }

    /** A figure and what is counted, and nothing else. */
    private static boolean isCounter(String text) {
        List<String> words = WORDS.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean counted = words.stream().anyMatch(COUNTED::contains);
        return counted
                && words.size() <= MOST_COUNTER_WORDS
                && words.stream().anyMatch(word -> Character.isDigit(word.codePointAt(0)))
                && words.stream().allMatch(word -> COUNTED.contains(word) || word.matches("\\p{Nd}+[km]?"));
    }

    private static Set<String> timeWords() {
        var words = new HashSet<>(Set.of(
                "at",
                "on",
                "um",
                "am",
                "uhr",
                "a",
                "m",
                "p",
                "pm",
                "gmt",
                "utc",
                "bst",
                "est",
                "edt",
                "cst",
                "cdt",
                "pst",
                "pdt",
                "ist",
                "cet",
                "cest",
                "mez",
                "mesz",
                "eet",
                "eest",
                "msk",
                "ago",
                "vor",
                "minute",
                "minutes",
                "min",
                "mins",
                "hour",
                "hours",
                "hr",
                "hrs",
                "day",
                "days",
                "stunde",
                "stunden",
                "minuten",
                "tag",
                "tagen",
                "local",
                "time",
                "today",
                "yesterday",
                "heute",
                "gestern",
                "last",
                "updated",
                "published",
                "aktualisiert",
                "sept",
                "منذ",
                "قبل",
                "دقيقة",
                "دقائق",
                "ساعة",
                "ساعات",
                "الساعة",
                "يوم",
                "أيام",
                "مساء",
                "مساءً",
                "صباحا",
                "صباحًا",
                "بتوقيت",
                "غرينتش",
                "ص",
                "آخر",
                "تحديث",
                "السبت",
                "الأحد"));
        for (String language :
                List.of("en", "de", "ar", "ar-SY", "ar-MA", "fr", "es", "it", "pt", "nl", "tr", "ru", "uk", "pl")) {
            Locale locale = Locale.forLanguageTag(language);
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                for (Month month : Month.values()) {
                    addAll(words, month.getDisplayName(style, locale));
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    addAll(words, day.getDisplayName(style, locale));
                }
            }
        }
        return words;
    }

    private static void addAll(Set<String> words, String name) {
        WORDS.splitAsStream(name.toLowerCase(Locale.ROOT)).forEach(words::add);
    }
}
