package org.claimwatch.web.query;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Words;
import org.claimwatch.web.query.Tokens.Kind;
import org.claimwatch.web.query.Tokens.Token;
import org.claimwatch.web.words.QueryWords;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query by recursive descent.
 *
 * <pre>
 * either  = all { OR all }
 * all     = one { [AND] one }
 * one     = ( NOT | - ) one | "(" either ")" | operand [ NEAR/n operand ]
 * operand = word | "phrase" | field:value | field:="whole value"
 * </pre>
 */
final class Parser {
    static final int LONGEST = 2000;
    static final int DEEPEST = 40;
    static final int MOST = 150;

    private final List<Token> tokens;
    private int next;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Null of an empty query, which asks for everything. */
    static @Nullable Expression parse(String text) throws Misread {
        if (text.length() > LONGEST) {
            throw new Misread(LONGEST, text.length(), QueryWords.SAY.tooLong(LONGEST));
        }
        List<Token> tokens = Tokens.of(text);
        if (tokens.size() == 1) {
            return null;
        }
        List<Token> operands =
                tokens.stream().filter(token -> token.kind() == Kind.OPERAND).toList();
        if (operands.size() > MOST) {
            Token last = operands.get(MOST);
            throw new Misread(last.start(), last.end(), QueryWords.SAY.tooMany(MOST));
        }
        var parser = new Parser(tokens);
        Expression all = parser.either();
        Token end = parser.peek();
        if (end.kind() != Kind.END) {
            throw new Misread(
                    end.start(),
                    end.end(),
                    end.kind() == Kind.CLOSE ? QueryWords.SAY.noOpenBracket() : unexpected(end));
        }
        return all;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private Expression either() throws Misread {
        var parts = new ArrayList<Expression>();
        parts.add(all());
        while (peek().kind() == Kind.OR) {
            take();
            parts.add(all());
        }
        return Expression.or(parts);
    }

    private Expression all() throws Misread {
        var parts = new ArrayList<Expression>();
        parts.add(one());
        while (peek().kind() == Kind.AND || peek().begins()) {
            if (peek().kind() == Kind.AND) {
                take();
            }
            parts.add(one());
        }
        return Expression.and(parts);
    }

    private Expression one() throws Misread {
        Token token = take();
        if (token.kind() == Kind.NOT || token.kind() == Kind.OPEN) {
            if (++depth > DEEPEST) {
                throw new Misread(token.start(), token.end(), QueryWords.SAY.tooDeep(DEEPEST));
            }
            Expression inner = token.kind() == Kind.NOT ? new Not(one()) : bracketed(token);
            depth--;
            return inner;
        }
        if (token.kind() != Kind.OPERAND || token.operand() == null) {
            throw new Misread(token.start(), token.end(), unexpected(token));
        }
        return peek().kind() == Kind.NEAR ? near(token.operand()) : token.operand();
    }

    private Expression bracketed(Token open) throws Misread {
        Expression inner = either();
        Token close = take();
        if (close.kind() != Kind.CLOSE) {
            throw new Misread(close.start(), close.end(), QueryWords.SAY.closeBracket(open.start() + 1));
        }
        return inner;
    }

    private Expression near(Expression one) throws Misread {
        Token near = take();
        Token other = take();
        if (!(one instanceof Words before) || !(other.operand() instanceof Words after)) {
            throw new Misread(near.start(), near.end(), QueryWords.SAY.bothSides());
        }
        if (peek().kind() == Kind.NEAR) {
            throw new Misread(peek().start(), peek().end(), QueryWords.SAY.andHere());
        }
        return new Near(before, after, near.number());
    }

    private static String unexpected(Token token) {
        return switch (token.kind()) {
            case CLOSE -> QueryWords.SAY.beforeClose();
            case AND, OR -> QueryWords.SAY.beforeAnd();
            case NEAR -> QueryWords.SAY.beforeNear();
            default -> QueryWords.SAY.anything();
        };
    }
}
