package org.claimwatch.ingest.duplicate;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads whom an article names as its first publisher: "This article was first published by …", the dateline of an agency
 * ("LONDON, 9 Sept (Reuters) -"), a credit at its end, a copyright line, or an agency for an author. English, German
 * and Arabic forms; no general mention ("told Reuters") is one.
 */
public final class OriginReader {
    private static final int FLAGS = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String NAME = "(?<name>[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N}&.'’/\\- ]{1,48}?)";
    private static final String DASH = "\\s*(?:[-–—―]+|:)";
    private static final String DATE =
            "(?:,?\\s+(?:\\p{L}{3,9}\\.?\\s+\\d{1,2}|\\d{1,2}\\.?\\s+\\p{L}{3,9}\\.?)(?:,?\\s+\\d{4})?)";

    /** Only the place in capitals or a date makes any name in brackets an agency; a known one needs neither. */
    private static final Pattern DATELINE = Pattern.compile(
            "^\\W{0,3}(?<place>\\p{Lu}[\\p{L}.'’ -]{1,40}(?:,\\s[\\p{L}.'’ -]{2,40}?){0,2})(?<date>" + DATE
                    + ")?,?\\s*\\((?<name>[^()]{2,40})\\)" + DASH,
            FLAGS);

    private static final Pattern BARE_DATELINE = Pattern.compile(
            "^\\W{0,3}(?<place>[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’ ]{1,30}?)(?:" + DATE
                    + ")?\\s*[,،–—-]\\s*\\(?(?<name>[\\p{L}\\p{M} .]{2,30}?)\\)?" + DASH,
            FLAGS);

    private static final Pattern ARABIC_DATELINE = Pattern.compile(
            "^\\W{0,3}(?<place>[\\p{IsArabic} ]{2,30})(?:[،,/ ]*[\\p{Nd} \\p{IsArabic}/.]{2,25})?\\s*\\((?<name>[\\p{IsArabic} .]{2,30})\\)"
                    + DASH,
            FLAGS);

    private static final List<Pattern> FIRST_PUBLISHED = List.of(
            Pattern.compile(
                    "\\b(?i:this) (?i:article|story|report|piece|interview|post|essay)(?i: (?:was|has been|is|had been))?"
                            + "(?i: (?:first|originally|initially) (?:published|appeared)| (?:published|appeared) (?:first|originally)"
                            + "| republished| reprinted)(?i: by| in| on| at| from| with permission (?:of|from))(?i: the)? "
                            + NAME
                            + "(?=[.,;:)]|$| and | under | on | in | with | as )",
                    FLAGS),
            Pattern.compile(
                    "^\\W*(?i:(?:re)?published (?:from|by|with permission (?:of|from)|courtesy of)|first published (?:by|in|on|at)"
                            + "|originally published (?:by|in|on|at)|reprinted (?:from|with permission (?:of|from)))(?i: the)? "
                            + NAME
                            + "(?=[.,;:)]|$| and | under | on | in | with | as )",
                    FLAGS),
            Pattern.compile(
                    "\\b(?i:diese[rs]?) (?i:artikel|text|beitrag|bericht|interview)(?i: ist| wurde| erschien)?"
                            + "(?i: zuerst| zunächst| ursprünglich)? (?i:bei|in|im|auf|von)(?i: der| dem)? " + NAME
                            + "(?=[.,;:)]|$| erschienen| veröffentlicht)",
                    FLAGS),
            Pattern.compile(
                    "(?:نُشر|نشر|نُشرت|نشرت|ظهر)\\s+(?:هذا|هذه)\\s+(?:المقال|المقالة|التقرير|المادة|الخبر)\\s+(?:لأول مرة\\s+|أولا\\s+|أولاً\\s+)?"
                            + "(?:في|على|من قبل|بواسطة|لدى)\\s+(?:موقع\\s+|صحيفة\\s+|وكالة\\s+|جريدة\\s+)?(?<name>[\\p{IsArabic}\\p{L} ]{2,40}?)(?=[.،,:؛]|$)",
                    FLAGS));

    private static final Pattern CREDIT = Pattern.compile(
            "^\\W*(?:(?i:source|quelle|via|credit|agency|agentur|المصدر|وكالة)\\s*[:：]\\s*)"
                    + NAME.replace("[\\p{Lu}\\p{Lo}]", "\\p{L}") + "\\W*$",
            FLAGS);
    private static final Pattern AT_END = Pattern.compile("[(\\[](?<name>[^()\\[\\]]{2,30})[)\\]]\\W*$", FLAGS);
    private static final Pattern ALONE =
            Pattern.compile("^[\\s–—(\\[-]*(?<name>[^()\\[\\]]{2,30}?)[)\\].]*\\s*$", FLAGS);
    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?:©|\\(c\\)|(?i:copyright)(?:\\s*©)?)\\s*(?:\\d{4}\\s*)?(?i:by )?(?i:the )?" + NAME
                    + "(?=[.,;|]|$|\\s+\\d{4}|(?i: all rights))",
            FLAGS);

    /** "First published on Friday" names no publisher. */
    private static final Set<String> TIMES = times();

    private static final int LAST_PARAGRAPHS = 4;
    private static final int SHORT = 240;

    private final Agencies agencies = Agencies.KNOWN;

    /**
     * The origin that the article itself names.
     *
     * @param authors as the byline has them
     * @param outlet who published the article: naming oneself names no origin
     */
    public Optional<NamedOrigin> read(String text, List<String> authors, String outlet) {
        List<Paragraph> paragraphs = paragraphs(text);
        if (paragraphs.isEmpty()) {
            return byline(authors, outlet);
        }
        Paragraph first = paragraphs.getFirst();
        List<Paragraph> last = paragraphs.subList(Math.max(0, paragraphs.size() - LAST_PARAGRAPHS), paragraphs.size());
        return firstPublished(paragraphs, outlet)
                .or(() -> dateline(first, outlet))
                .or(() -> ending(last, outlet))
                .or(() -> byline(authors, outlet));
    }

    /** A paragraph and where it begins, in chars of the text. */
    private record Paragraph(String text, int start, String whole) {
        Optional<NamedOrigin> origin(Matcher match, String name) {
            int from = whole.codePointCount(0, start + match.start("name"));
            int to = from
                    + match.group("name").codePointCount(0, match.group("name").length());
            return Optional.of(new NamedOrigin(name, match.group().strip(), from, to));
        }
    }

    private static List<Paragraph> paragraphs(String text) {
        var paragraphs = new ArrayList<Paragraph>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            int to = end < 0 ? text.length() : end;
            if (!text.substring(start, to).isBlank()) {
                paragraphs.add(new Paragraph(text.substring(start, to), start, text));
            }
            start = to + 1;
        }
        return paragraphs;
    }

    private Optional<NamedOrigin> firstPublished(List<Paragraph> paragraphs, String outlet) {
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.text().length() > SHORT) {
                continue;
            }
            for (Pattern pattern : FIRST_PUBLISHED) {
                Matcher match = pattern.matcher(paragraph.text());
                if (match.find()
                        && isOther(match.group("name"), outlet)
                        && isName(match.group("name"))
                        && !TIMES.contains(match.group("name").split(" ", 2)[0])) {
                    return paragraph.origin(match, nameOf(match.group("name")));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<NamedOrigin> dateline(Paragraph first, String outlet) {
        Matcher match = DATELINE.matcher(first.text());
        if (match.find() && isOther(match.group("name"), outlet)) {
            boolean capitals = match.group("place").strip().matches("\\p{Lu}{2,}.*");
            boolean dated = match.group("date") != null;
            if (agencies.named(match.group("name")).isPresent()
                    || ((capitals || dated) && isName(match.group("name")))) {
                return first.origin(match, nameOf(match.group("name")));
            }
        }
        for (Pattern known : List.of(ARABIC_DATELINE, BARE_DATELINE)) {
            Matcher other = known.matcher(first.text());
            if (other.find()
                    && agencies.named(other.group("name")).isPresent()
                    && isOther(other.group("name"), outlet)) {
                return first.origin(other, nameOf(other.group("name")));
            }
        }
        return Optional.empty();
    }

    private Optional<NamedOrigin> ending(List<Paragraph> last, String outlet) {
        for (Paragraph paragraph : last.reversed()) {
            boolean brief = paragraph.text().length() <= SHORT;
            for (Pattern pattern : List.of(CREDIT, COPYRIGHT, ALONE, AT_END)) {
                Matcher match = pattern.matcher(paragraph.text());
                boolean end = pattern == AT_END && paragraph.equals(last.getLast());
                if ((brief || end) && match.find() && isOther(match.group("name"), outlet)) {
                    boolean known = agencies.named(match.group("name")).isPresent();
                    boolean anyName = pattern == COPYRIGHT || pattern == CREDIT;
                    if (known || (anyName && isName(match.group("name")))) {
                        return paragraph.origin(match, nameOf(match.group("name")));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<NamedOrigin> byline(List<String> authors, String outlet) {
        return authors.stream()
                .filter(author -> isOther(author, outlet))
                .flatMap(author -> agencies
                        .named(author.replaceFirst("^(?i:by|von|par|من)\\s+", ""))
                        .map(name -> new NamedOrigin(name, author, -1, -1))
                        .stream())
                .findFirst();
    }

    private String nameOf(String written) {
        return agencies.named(written).orElse(written.strip());
    }

    /** At most five words, none of them a figure; what stands in brackets may also be an age or an abbreviation's meaning. */
    private static boolean isName(String written) {
        String name = written.strip();
        return name.matches("[\\p{Lu}\\p{Lo}].*") && name.split("\\s+", -1).length <= 5 && !name.matches(".*\\d.*");
    }

    private static boolean isOther(String name, String outlet) {
        String one = " " + plain(name) + " ";
        String own = " " + plain(outlet) + " ";
        return !one.isBlank() && !own.contains(one) && (own.isBlank() || !one.contains(own));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^the ", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Set<String> times() {
        var times = new HashSet<String>();
        for (String language : List.of("en", "de", "ar")) {
            Locale locale = Locale.forLanguageTag(language);
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                List.of(Month.values()).forEach(month -> times.add(month.getDisplayName(style, locale)));
                List.of(DayOfWeek.values()).forEach(day -> times.add(day.getDisplayName(style, locale)));
            }
        }
        return times;
    }
}
