package org.claimwatch.web.support;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimwatch.web.query.Expression;
import org.claimwatch.web.query.Expression.And;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Or;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Gold.GoldStance;
import org.claimwatch.web.support.Gold.GoldStatement;
import org.jspecify.annotations.Nullable;

/** Answers a query by looking at each statement of the sample press in turn: what the database must find, too. */
public final class NaiveAnswer {
    private static final Pattern MARKS =
            Pattern.compile("[\\u0300-\\u036f\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670]");

    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, String> stories = new HashMap<>();
    private final Map<String, Boolean> worthy = new HashMap<>();
    private final boolean inArticle;

    /**
     * Of the sample press.
     *
     * @param inArticle whether words are looked for in the article rather than in the statement
     */
    public NaiveAnswer(Gold gold, boolean inArticle) {
        this.inArticle = inArticle;
        gold.claims().forEach(claim -> {
            claims.put(claim.id(), claim.text());
            worthy.put(claim.id(), claim.checkWorthy());
        });
        gold.articles().forEach(article -> stories.putIfAbsent(article.story(), article.title()));
    }

    /**
     * Whether it holds.
     *
     * @param s null for an article without statements
     */
    public boolean holds(@Nullable Expression expression, GoldArticle a, @Nullable GoldStatement s) {
        return switch (expression) {
            case null -> true;
            case And and -> all(and, a, s);
            case Or or -> or.parts().stream().anyMatch(part -> holds(part, a, s));
            case Not not -> !holds(not.part(), a, s);
            case Words words ->
                texts(a, s).anyMatch(text -> !places(text, words).isEmpty());
            case Near near -> texts(a, s).anyMatch(text -> near(text, near));
            case Term term -> term(term, a, s);
        };
    }

    private boolean all(And and, GoldArticle a, @Nullable GoldStatement s) {
        List<Expression> stances = only(and, Field.STANCE);
        List<Expression> targets = only(and, Field.TARGET);
        boolean pairs = stances.isEmpty()
                || targets.isEmpty()
                || targets.stream()
                        .allMatch(target -> stances.stream()
                                .allMatch(stance -> s != null
                                        && s.stances().stream().anyMatch(row -> row(target, row) && row(stance, row))));
        return pairs && and.parts().stream().allMatch(part -> holds(part, a, s));
    }

    private static List<Expression> only(And and, Field field) {
        return and.parts().stream().filter(part -> only(part, field)).toList();
    }

    private static boolean only(Expression part, Field field) {
        return switch (part) {
            case Term term -> term.field() == field;
            case Or or -> or.parts().stream().allMatch(each -> only(each, field));
            default -> false;
        };
    }

    private static boolean row(Expression expression, GoldStance stance) {
        return expression instanceof Or or
                ? or.parts().stream().anyMatch(part -> row(part, stance))
                : expression instanceof Term term
                        && (term.field() == Field.TARGET
                                ? named(stance.target(), term)
                                : stance.polarity().equalsIgnoreCase(term.value()));
    }

    private boolean term(Term term, GoldArticle a, @Nullable GoldStatement s) {
        return switch (term.field()) {
            case OUTLET -> named(a.outlet().name(), term);
            case COUNTRY -> a.outlet().country().equals(term.value());
            case LANG -> (a.outlet().language().toLowerCase(Locale.ROOT) + "-").startsWith(term.value() + "-");
            case SINCE -> !a.at().isBefore(days(term.value())[0]);
            case UNTIL -> a.at().isBefore(days(term.value())[1]);
            case TOPIC ->
                Stream.of(a.title(), a.section() == null ? "" : a.section(), stories.get(a.story()))
                        .anyMatch(text -> !places(fold(text), words(term)).isEmpty());
            default -> s != null && said(term, s);
        };
    }

    private boolean said(Term term, GoldStatement s) {
        boolean checkWorthy = s.claim() != null && worthy.get(s.claim());
        return switch (term.field()) {
            case SPEAKER -> named(s.speaker().name(), term);
            case TARGET, STANCE -> s.stances().stream().anyMatch(stance -> row(term, stance));
            case FORM -> s.form().equalsIgnoreCase(term.value());
            case VIA ->
                IntStream.range(0, s.chain().size())
                        .filter(i -> i > 0 || s.chain().get(i).kind().equals("OUTLET"))
                        .anyMatch(i -> named(s.chain().get(i).name(), term));
            case CLAIM ->
                s.claim() != null
                        && (term.exact()
                                ? fold(claims.get(s.claim())).equals(fold(term.value()))
                                : !places(fold(claims.get(s.claim())), words(term))
                                        .isEmpty());
            case CHECKWORTHY ->
                switch (term.value()) {
                    case "yes" -> checkWorthy;
                    case "no" -> !checkWorthy;
                    default -> (s.claim() == null ? 0 : checkWorthy ? 0.9 : 0.1) >= Double.parseDouble(term.value());
                };
            // The press holds every reading of the gold for sure.
            case DOUBTFUL -> term.value().equals("no");
            default -> throw new IllegalArgumentException(term.toString());
        };
    }

    private Stream<String> texts(GoldArticle a, @Nullable GoldStatement s) {
        return inArticle
                ? Stream.of(fold(a.title()), fold(a.text()))
                : Stream.of(
                        fold(s.speaker().name()),
                        fold(content(a, s)),
                        s.claim() == null ? "" : fold(claims.get(s.claim())));
    }

    private static String content(GoldArticle a, GoldStatement s) {
        int[] points = a.text().codePoints().toArray();
        return s.content().stream()
                .map(span -> new String(points, span.get(0), span.get(1) - span.get(0)))
                .reduce((one, other) -> one + " … " + other)
                .orElseThrow();
    }

    private static boolean near(String text, Near near) {
        return places(text, near.one()).stream()
                .anyMatch(one -> places(text, near.other()).stream()
                        .anyMatch(other -> apart(one, other, near.within()) || apart(other, one, near.within())));
    }

    private static boolean apart(int[] before, int[] after, int within) {
        int distance = after[0] - before[1];
        return distance >= 1 && distance <= within;
    }

    private static Words words(Term term) {
        boolean prefix = term.value().endsWith("*");
        return new Words(term.value().replace("*", ""), prefix);
    }

    /** First and last word of each place. */
    private static List<int[]> places(String text, Words words) {
        String[] has = text.split(" ", -1);
        String[] wanted = fold(words.text()).split(" ", -1);
        return IntStream.rangeClosed(0, has.length - wanted.length)
                .filter(from -> IntStream.range(0, wanted.length).allMatch(i -> {
                    boolean begins = words.prefix() && i == wanted.length - 1;
                    return begins ? has[from + i].startsWith(wanted[i]) : has[from + i].equals(wanted[i]);
                }))
                .mapToObj(from -> new int[] {from, from + wanted.length - 1})
                .toList();
    }

    private static boolean named(String name, Term term) {
        return term.exact() ? fold(name).equals(fold(term.value())) : fold(name).contains(fold(term.value()));
    }

    private static Instant[] days(String written) {
        LocalDate first;
        LocalDate after;
        if (written.length() == 4) {
            first = LocalDate.of(Integer.parseInt(written), 1, 1);
            after = first.plusYears(1);
        } else if (written.length() == 7) {
            first = YearMonth.parse(written).atDay(1);
            after = first.plusMonths(1);
        } else {
            first = LocalDate.parse(written);
            after = first.plusDays(1);
        }
        return Stream.of(first, after)
                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                .toArray(Instant[]::new);
    }

    /** Written apart from the database's function, to hold it to its word. */
    public static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('ٱ', 'ا')
                .replace('ة', 'ه')
                .replace('ى', 'ي')
                .replace("ß", "ss");
        Predicate<String> something = word -> !word.isEmpty();
        return String.join(
                " ",
                Arrays.stream(bare.split("[^\\p{L}\\p{N}]+", -1))
                        .filter(something)
                        .toList());
    }
}
