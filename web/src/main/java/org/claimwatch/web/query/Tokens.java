package org.claimwatch.web.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.words.QueryWords;
import org.jspecify.annotations.Nullable;

/** Cuts a query into its words, fields, operators and brackets. */
final class Tokens {
    private static final String QUOTES = "\"“”„‟";
    private static final Pattern NAME = Pattern.compile("([A-Za-z]+):(=?)");
    private static final Pattern NEAR = Pattern.compile("NEAR(?:/(\\d{0,9}))?");
    private static final Pattern ARROW = Pattern.compile("<(?:-|\\d+)>");
    private static final int SHORTEST_PREFIX = 2;

    private final String text;
    private final List<Token> found = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /** What a token is. */
    enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        NEAR,
        OPERAND,
        END
    }

    /**
     * One token and where it stands.
     *
     * @param operand of an operand
     * @param number of NEAR
     */
    record Token(Kind kind, int start, int end, @Nullable Expression operand, int number) {
        boolean begins() {
            return kind == Kind.OPEN || kind == Kind.NOT || kind == Kind.OPERAND;
        }
    }

    static List<Token> of(String text) throws Misread {
        return new Tokens(text).cut();
    }

    private List<Token> cut() throws Misread {
        while (skipSpace() < text.length()) {
            int start = at;
            char c = text.charAt(at);
            if (c == '(' || c == ')') {
                at++;
                add(c == '(' ? Kind.OPEN : Kind.CLOSE, start);
            } else if (c == '-') {
                at++;
                if (at == text.length() || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')') {
                    throw new Misread(start, at, QueryWords.SAY.afterMinus());
                }
                add(Kind.NOT, start);
            } else if (quote(c)) {
                String value = quoted();
                operand(words(value, start + 1), start);
            } else {
                word();
            }
        }
        add(Kind.END, at);
        return loneOr();
    }

    private int skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void add(Kind kind, int start) {
        found.add(new Token(kind, start, at, null, 0));
    }

    private void operand(Expression operand, int start) {
        found.add(new Token(Kind.OPERAND, start, at, operand, 0));
    }

    private void word() throws Misread {
        int start = at;
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            at = name.end();
            term(name, start);
            return;
        }
        String word = bare();
        Matcher near = NEAR.matcher(word);
        switch (word) {
            case "AND" -> add(Kind.AND, start);
            case "OR", "or" -> add(Kind.OR, start);
            case "NOT" -> add(Kind.NOT, start);
            default -> {
                if (near.matches()) {
                    found.add(new Token(Kind.NEAR, start, at, null, distance(near.group(1), start)));
                } else {
                    refuseOtherOperators(word, start);
                    operand(words(word, start), start);
                }
            }
        }
    }

    private int distance(@Nullable String digits, int start) throws Misread {
        int distance = digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
        if (distance < 1 || distance > Near.FARTHEST) {
            throw new Misread(start, at, QueryWords.SAY.apart(Near.FARTHEST));
        }
        return distance;
    }

    /** Who comes from another search language is told the word for it here, rather than answered otherwise than meant. */
    private static void refuseOtherOperators(String word, int start) throws Misread {
        int end = start + word.length();
        if (word.equals("&") || word.equals("&&")) {
            throw new Misread(start, end, QueryWords.SAY.useAnd());
        }
        if (word.indexOf('|') >= 0) {
            int bar = start + word.indexOf('|');
            throw new Misread(bar, bar + 1, QueryWords.SAY.useOr());
        }
        if (word.startsWith("!")) {
            throw new Misread(start, start + 1, QueryWords.SAY.useMinus());
        }
        if (ARROW.matcher(word).find()) {
            throw new Misread(start, end, QueryWords.SAY.useNear());
        }
    }

    private void term(Matcher name, int start) throws Misread {
        Optional<Field> known = Field.of(name.group(1));
        if (known.isEmpty()) {
            throw new Misread(start, at, QueryWords.SAY.noSuchField(Field.all(), name.group(1)));
        }
        Field field = known.get();
        boolean exact = !name.group(2).isEmpty();
        if (exact && !field.takesExact()) {
            throw new Misread(at - 1, at, QueryWords.SAY.withoutEquals(field.word()));
        }
        int from = at;
        String value = at < text.length() && quote(text.charAt(at)) ? quoted() : bare();
        String canonical = field.canonical(value.strip()).orElse(null);
        if (canonical == null) {
            throw new Misread(from == at ? start : from, at, field.expected());
        }
        if (field.kind() == Field.Kind.WORDS && !exact) {
            words(canonical, from);
        }
        operand(new Expression.Term(field, canonical, exact), start);
    }

    private static Expression.Words words(String written, int start) throws Misread {
        String text = written.strip();
        boolean prefix = text.endsWith("*");
        String bare = prefix ? text.substring(0, text.length() - 1).strip() : text;
        int star = bare.indexOf('*');
        if (star >= 0) {
            throw new Misread(start + star, start + star + 1, QueryWords.SAY.starAtEnd());
        }
        if (!Field.sought(bare)) {
            throw new Misread(start, start + written.length(), QueryWords.SAY.letterOrDigit());
        }
        if (prefix && letters(bare) < SHORTEST_PREFIX) {
            throw new Misread(start, start + written.length(), QueryWords.SAY.twoLetters());
        }
        return new Expression.Words(bare, prefix);
    }

    /** How many letters or digits the last word has. */
    private static long letters(String text) {
        String last = text.substring(text.lastIndexOf(' ') + 1);
        return last.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private String bare() {
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && text.charAt(at) != '('
                && text.charAt(at) != ')'
                && !quote(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean quote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    /** Up to the closing mark; a backslash before a mark, or before itself, takes it as it is. */
    private String quoted() throws Misread {
        int start = at++;
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean escapes = c == '\\' && at < text.length() && (text.charAt(at) == '\\' || quote(text.charAt(at)));
            if (quote(c)) {
                return value.toString();
            }
            value.append(escapes ? text.charAt(at++) : c);
        }
        throw new Misread(start, text.length(), QueryWords.SAY.closeQuote(start + 1));
    }

    /** An "or" in small letters joins only where something stands on both its sides; elsewhere it is a word. */
    private List<Token> loneOr() {
        for (int i = 0; i < found.size(); i++) {
            Token token = found.get(i);
            if (token.kind() == Kind.OR && text.charAt(token.start()) == 'o') {
                boolean before = i > 0
                        && (found.get(i - 1).kind() == Kind.OPERAND
                                || found.get(i - 1).kind() == Kind.CLOSE);
                if (!before || !found.get(i + 1).begins()) {
                    found.set(
                            i,
                            new Token(Kind.OPERAND, token.start(), token.end(), new Expression.Words("or", false), 0));
                }
            }
        }
        return List.copyOf(found);
    }
}
