package org.claimwatch.analysis.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.PosTagger;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.model.Token;
import org.jspecify.annotations.Nullable;

/** Segments by patterns: paragraphs at blank lines, sentences at final punctuation that no abbreviation explains. */
public final class RuleSegmenter implements Segmenter {
    /** Possessive quantifiers throughout: a megabyte without a space must not exhaust the stack. */
    private static final Pattern TOKEN = Pattern.compile("\\d++(?:[.,:]\\d++)*+(?:st|nd|rd|th|m|bn)?+(?![\\p{L}\\p{M}])"
            + "|(?:\\p{L}\\.){2,}+" // U.S., a.m.
            + "|[\\p{L}\\p{M}\\p{N}]++(?:[-‑'’&][\\p{L}\\p{M}\\p{N}]++)*+"
            + "|\\S");

    /** What goes on for longer is no sentence; it is cut, so that whatever compares its words stays in proportion. */
    private static final int LONGEST = 400;

    private final Map<String, PosTagger> taggers;
    private final SentenceEnds ends = new SentenceEnds();

    /**
     * A segmenter for all languages.
     *
     * @param taggers by primary language subtag; other languages get no parts of speech
     */
    public RuleSegmenter(Map<String, PosTagger> taggers) {
        this.taggers = Map.copyOf(taggers);
    }

    @Override
    public SegmentedText segment(String text, @Nullable String declared) {
        String plain = plain(text);
        String language = LanguageGuess.of(declared, plain);
        List<Token> tokens = new ArrayList<>();
        List<Stretch> sentences = new ArrayList<>();
        List<Stretch> paragraphs = new ArrayList<>();
        int from = 0;
        while (from < plain.length()) {
            int[] bounds = nextParagraph(plain, from);
            if (bounds.length == 0) {
                break;
            }
            int firstToken = tokens.size();
            List<Token> raw = tokens(plain, bounds[0], bounds[1]);
            for (int begin = 0, i = 0; i < raw.size(); i++) {
                if (i == raw.size() - 1 || i - begin + 1 == LONGEST || ends.after(plain, raw, i)) {
                    List<Token> sentence = tagged(raw.subList(begin, i + 1), language);
                    sentences.add(new Stretch(
                            sentence.getFirst().start(),
                            sentence.getLast().end(),
                            tokens.size(),
                            tokens.size() + sentence.size()));
                    tokens.addAll(sentence);
                    begin = i + 1;
                }
            }
            paragraphs.add(new Stretch(bounds[0], bounds[1], firstToken, tokens.size()));
            from = bounds[1];
        }
        return new SegmentedText(
                text, plain, language, List.copyOf(tokens), List.copyOf(sentences), List.copyOf(paragraphs));
    }

    /** Start and end of the next paragraph, empty if there is none: blank lines and their spaces are left out. */
    private static int[] nextParagraph(String plain, int from) {
        int start = from;
        while (start < plain.length() && Character.isWhitespace(plain.charAt(start))) {
            start++;
        }
        if (start == plain.length()) {
            return new int[0];
        }
        int end = plain.indexOf("\n\n", start);
        end = end < 0 ? plain.length() : end;
        while (Character.isWhitespace(plain.charAt(end - 1))) {
            end--;
        }
        return new int[] {start, end};
    }

    private static List<Token> tokens(String plain, int start, int end) {
        List<Token> found = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(plain).region(start, end).useTransparentBounds(true);
        while (matcher.find()) {
            String word = matcher.group();
            int cut = possessive(word) ? matcher.end() - 2 : matcher.end();
            found.add(Token.of(matcher.start(), cut, plain.substring(matcher.start(), cut), Pos.X));
            if (cut < matcher.end()) {
                found.add(Token.of(cut, matcher.end(), plain.substring(cut, matcher.end()), Pos.X));
            }
        }
        return found;
    }

    /** "Dalmara's" is two tokens, as in the treebanks. */
    private static boolean possessive(String word) {
        int length = word.length();
        return length > 2
                && (word.charAt(length - 1) == 's' || word.charAt(length - 1) == 'S')
                && (word.charAt(length - 2) == '’' || word.charAt(length - 2) == '\'');
    }

    private List<Token> tagged(List<Token> sentence, String language) {
        PosTagger tagger = taggers.get(language);
        if (tagger == null) {
            return sentence;
        }
        List<Pos> tags =
                tagger.tag(sentence.stream().map(RuleSegmenter::asTrained).toList());
        List<Token> tagged = new ArrayList<>(sentence.size());
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            tagged.add(new Token(token.start(), token.end(), token.text(), token.lower(), tags.get(i)));
        }
        return tagged;
    }

    /** Treebanks write straight marks. */
    private static String asTrained(Token token) {
        return switch (token.text()) {
            case "“", "”", "„", "«", "»" -> "\"";
            case "‘", "’", "‚", "‹", "›" -> "'";
            default -> token.text().replace('’', '\'');
        };
    }

    /** One char for every code point. */
    private static String plain(String text) {
        if (text.codePointCount(0, text.length()) == text.length()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.append(c < 0x10000 ? (char) c : Character.isLetter(c) ? 'ʬ' : '\uFFFD'));
        return plain.toString();
    }
}
