package org.claimwatch.analysis.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.Token;

/** Words German content as a sentence: one whose verb comes first, since the cue stood before it, gets its verb second. */
final class GermanWording {
    private static final Pattern PARTICIPLE = Pattern.compile("(?:\\p{L}{2,4})?ge\\p{L}+(?:t|en)|\\p{L}+zu\\p{L}+en");
    /** Finite whatever a tagger sees in them. */
    private static final Pattern FINITE =
            Pattern.compile("ist|sind|sei|seien|war|waren|wäre|wären|hat|habe|hatten?|hätten?|wird|werde|würden?");

    private static final Pattern SUBORDINATE = Pattern.compile(
            "dass|ob|weil|wenn|während|nachdem|bevor|obwohl|der|die|das|den|dem|deren|dessen|denen|welche[rsmn]?");

    private GermanWording() {}

    /** Empty where no verb is the content's own. */
    static Optional<String> of(Utterance utterance) {
        String flat = utterance.content().replaceAll("\\s+", " ").strip();
        List<Token> words = utterance.words();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        int verb = verb(words);
        if (verb < 0) {
            return Optional.empty();
        }
        return verb == 0 ? second(flat, words) : Optional.of(flat);
    }

    /** The first finite verb outside relative and other subordinate clauses; negative if there is none. */
    private static int verb(List<Token> words) {
        boolean nested = false;
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            boolean afterComma = i > 0 && words.get(i - 1).is(",");
            if (word.is(",")) {
                nested = false;
            } else if (afterComma && SUBORDINATE.matcher(word.lower()).matches()) {
                nested = true;
            } else if (!nested && isFinite(words, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isFinite(List<Token> words, int i) {
        Token word = words.get(i);
        boolean verb = word.pos() == Pos.VERB || word.pos() == Pos.AUX;
        boolean last = words.subList(i + 1, words.size()).stream().noneMatch(Token::isWord);
        boolean infinite = PARTICIPLE.matcher(word.lower()).matches()
                || (i > 0 && words.get(i - 1).is("zu"))
                || (last && word.lower().endsWith("en"));
        return FINITE.matcher(word.lower()).matches() || (verb && !infinite);
    }

    /** "sind seit Mai 90 Menschen gestorben": seit Mai sind 90 Menschen gestorben. */
    private static Optional<String> second(String flat, List<Token> words) {
        Token verb = words.getFirst();
        int end = 1;
        while (end < words.size() && opens(words.get(end).pos())) {
            end++;
        }
        int noun = end;
        while (noun < words.size() && words.get(noun).pos().nominal()) {
            noun++;
        }
        if (noun == end || noun == words.size()) {
            return Optional.empty();
        }
        int from = verb.text().length();
        int to = from;
        for (Token word : words.subList(1, noun)) {
            to = flat.indexOf(word.text(), to) + word.text().length();
        }
        String finite = verb.text().substring(0, 1).toLowerCase(Locale.GERMAN)
                + verb.text().substring(1);
        return Optional.of(flat.substring(from, to).strip() + " " + finite + flat.substring(to));
    }

    private static boolean opens(Pos pos) {
        return pos == Pos.ADP || pos == Pos.DET || pos == Pos.ADJ || pos == Pos.ADV;
    }
}
