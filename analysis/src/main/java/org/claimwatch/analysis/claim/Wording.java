package org.claimwatch.analysis.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.Token;

/** Words English content so that it can be read as a claim without the sentence around it. */
final class Wording {
    private static final Pattern NAMING = Pattern.compile("call|calls|called|calling|describes?|described|describing");
    /** What follows these is a clause, whatever the parts of speech that a tagger sees in it. */
    private static final Pattern SAYING =
            Pattern.compile("sa(?:id|ys?|ying)|t(?:old|ells?)|add(?:s|ed)|claim(?:s|ed)|stat(?:es|ed)");

    private static final Pattern PERSON = Pattern.compile("^(?i:he|she)\\b(?!['’])");
    private static final Pattern PERSONS = Pattern.compile("^(?i:his|her)\\b(?=\\s+\\p{Ll})");
    private static final Pattern BODY = Pattern.compile("^(?i:it|they|we)\\b(?!['’])");
    private static final Pattern BODYS = Pattern.compile("^(?i:its|their|our)\\b");
    private static final Pattern OPENING = Pattern.compile("[“„\"‘«]");
    private static final Set<String> SUBORDINATE =
            Set.of("whether", "if", "how", "why", "what", "who", "when", "where");

    private static final Set<String> LINKS = Set.of("about", "of", "for", "on", "against", "at", "as", "not");

    private Wording() {}

    /** Empty where no proposition stands by itself: "the accord", "for calm", "whether it had". */
    static Optional<String> of(Utterance utterance) {
        String flat = utterance.content().replaceAll("\\s+", " ").strip();
        List<Token> words = utterance.words();
        if (words.isEmpty()
                || SUBORDINATE.contains(words.getFirst().lower())
                || (LINKS.contains(words.getFirst().text()) && !utterance.quoted())) {
            return Optional.empty();
        }
        if (words.getFirst().is("having") && utterance.speaker() != null) {
            return Optional.of(utterance.speaker() + " had" + flat.substring("having".length()));
        }
        if (SAYING.matcher(utterance.cue()).matches() || isClause(words)) {
            return Optional.of(named(flat, utterance));
        }
        return NAMING.matcher(utterance.cue()).matches() ? naming(flat, words) : Optional.empty();
    }

    /** Whether a finite verb has something before it that may be its subject. */
    private static boolean isClause(List<Token> words) {
        boolean subject = false;
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            boolean verb = word.pos() == Pos.VERB || word.pos() == Pos.AUX;
            boolean infinite = word.lower().endsWith("ing") || (i > 0 && bars(words.get(i - 1)));
            if (verb && !infinite && subject) {
                return true;
            }
            subject |= word.pos().nominal() || word.pos() == Pos.PRON || word.pos() == Pos.DET || word.pos() == Pos.X;
        }
        return false;
    }

    /** Words after which a verb is not the clause's own. */
    private static boolean bars(Token word) {
        return word.is("to") || word.is("having") || word.is("who") || word.is("which") || word.pos() == Pos.DET;
    }

    /** A pronoun at the start of indirect speech is mostly the speaker. */
    private static String named(String flat, Utterance utterance) {
        String speaker = utterance.speaker();
        if (speaker == null || utterance.quoted()) {
            return flat;
        }
        String genitive = speaker + "’s";
        return utterance.person()
                ? replaced(PERSON, replaced(PERSONS, flat, genitive), speaker)
                : replaced(BODY, replaced(BODYS, flat, genitive), speaker);
    }

    private static String replaced(Pattern pattern, String text, String by) {
        return pattern.matcher(text).replaceFirst(Matcher.quoteReplacement(by));
    }

    /** "called the figure “invented”": the figure is “invented”. */
    private static Optional<String> naming(String flat, List<Token> words) {
        int as = flat.indexOf(" as ");
        Matcher opening = OPENING.matcher(flat);
        int quote = opening.find() ? opening.start() : -1;
        int split = as > 0 ? as : quote;
        int object = words.getFirst().start();
        if (split <= 0) {
            return Optional.empty();
        }
        boolean plural = words.stream()
                .filter(word -> word.end() - object <= split && word.pos() == Pos.NOUN)
                .reduce((first, second) -> second)
                .filter(noun -> noun.lower().endsWith("s") && !noun.lower().endsWith("ss"))
                .isPresent();
        String complement = flat.substring(as > 0 ? as + " as ".length() : quote);
        return Optional.of(flat.substring(0, split).strip() + (plural ? " are " : " is ") + complement.strip());
    }
}
