package org.claimwatch.analysis.stance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;

/**
 * Finds where an English text speaks of its named actors without the name: "Karethi artillery" of Kareth, "the
 * commission" of the only commission that it names, "the minister" of the only one whom it calls so.
 */
public final class TargetMentions {
    /** What makes the name of a country into a word for its people and things. */
    private static final List<String> DEMONYMS = List.of("i", "n", "an", "ian", "ese", "ish", "er");

    /** A shorter stem begins too many words by chance. */
    private static final int STEM = 4;

    /** Words that "the" may introduce before the role: "the long-serving finance minister". */
    private static final int APPOSITION = 4;

    private static final Set<String> INVOKED = Set.of("god", "allah", "heaven", "heavens", "goodness");

    private static final Set<String> DEFINITE = Set.of("the", "this", "that");

    /** Nouns by which a text calls a body that it has named in full. */
    private static final Set<String> BODIES = Set.of(
            "academy",
            "administration",
            "agency",
            "alliance",
            "army",
            "assembly",
            "association",
            "authority",
            "bank",
            "board",
            "bureau",
            "cabinet",
            "campaign",
            "chamber",
            "church",
            "club",
            "coalition",
            "commission",
            "committee",
            "company",
            "congress",
            "corporation",
            "council",
            "court",
            "department",
            "directorate",
            "federation",
            "firm",
            "foundation",
            "front",
            "fund",
            "government",
            "group",
            "hospital",
            "institute",
            "league",
            "ministry",
            "mission",
            "movement",
            "organisation",
            "organization",
            "parliament",
            "party",
            "police",
            "senate",
            "service",
            "society",
            "treasury",
            "tribunal",
            "union",
            "university");

    private TargetMentions() {}

    /** The targets with all their mentions; without those that are no names here. */
    public static List<Target> complete(SegmentedText text, List<Target> all) {
        if (!text.language().equals("en")) {
            return all;
        }
        List<Target> named =
                all.stream().filter(target -> isNamed(text, target)).toList();
        Map<String, Integer> words = demonyms(named);
        Map<String, Integer> nouns = nouns(text, named);
        List<List<TextSpan>> more = new ArrayList<>();
        named.forEach(target -> more.add(new ArrayList<>(target.mentions())));
        BitSet taken = new BitSet();
        named.forEach(target -> target.mentions().forEach(mention -> taken.set(mention.start(), mention.end())));
        for (int i = 0; i < text.tokens().size(); i++) {
            Token token = text.tokens().get(i);
            Integer of = null;
            if (token.isCapitalised()) {
                of = words.get(token.lower());
            } else if (i > 0 && DEFINITE.contains(text.tokens().get(i - 1).lower())) {
                of = nouns.get(token.lower());
            }
            TextSpan span = new TextSpan(token.start(), token.end());
            if (of != null && taken.get(span.start(), span.end()).isEmpty()) {
                more.get(of).add(span);
            }
        }
        List<Target> complete = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Integer country = words.get(named.get(i).name().toLowerCase(Locale.ROOT));
            if (country != null && country != i) {
                // "Karethi" is no target beside Kareth.
                continue;
            }
            complete.add(new Target(
                    named.get(i).name(), more.get(i).stream().sorted().toList()));
        }
        return complete;
    }

    /**
     * A word that begins a sentence, once, only looks like a name, and one that only stands before nouns ("Karethi
     * artillery") is an adjective. "Thank God" thanks nobody.
     */
    private static boolean isNamed(SegmentedText text, Target target) {
        if (target.name().indexOf(' ') > 0) {
            return true;
        }
        List<TextSpan> names = target.mentions().stream()
                .filter(mention -> isName(text, mention))
                .distinct()
                .toList();
        return !INVOKED.contains(target.name().toLowerCase(Locale.ROOT))
                && (names.size() > 1 || names.stream().anyMatch(mention -> !begins(text, mention)));
    }

    private static boolean isName(SegmentedText text, TextSpan mention) {
        List<Token> tokens = text.tokens();
        int first = text.firstTokenFrom(mention.start());
        int end = text.firstTokenFrom(mention.end());
        boolean attribute = end < tokens.size()
                && (tokens.get(end).pos() == Pos.NOUN || tokens.get(end).pos() == Pos.PROPN);
        return first < end && tokens.get(first).pos() == Pos.PROPN && !attribute;
    }

    private static boolean begins(SegmentedText text, TextSpan mention) {
        int first = text.firstTokenFrom(mention.start());
        return first == 0
                || (!text.tokens().get(first - 1).isWord()
                        && !text.tokens().get(first - 1).is(","))
                || Collections.binarySearch(
                                text.sentences(),
                                new Stretch(0, 0, first, first),
                                Comparator.comparingInt(Stretch::firstToken))
                        >= 0;
    }

    private static Map<String, Integer> demonyms(List<Target> named) {
        Map<String, Integer> words = new HashMap<>();
        for (int i = 0; i < named.size(); i++) {
            String name = named.get(i).name().toLowerCase(Locale.ROOT);
            if (name.indexOf(' ') < 0) {
                String stem = "aeiouy".indexOf(name.charAt(name.length() - 1)) < 0
                        ? name
                        : name.substring(0, name.length() - 1);
                int target = i;
                Stream.of(name, stem)
                        .filter(begin -> begin.length() >= STEM)
                        .forEach(begin -> DEMONYMS.forEach(end -> words.putIfAbsent(begin + end, target)));
            }
        }
        return words;
    }

    /** Each noun that the name of one target alone holds, or that one target alone is called beside its name. */
    private static Map<String, Integer> nouns(SegmentedText text, List<Target> named) {
        Map<String, Integer> nouns = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            int target = i;
            Set<String> own = new HashSet<>();
            Stream.of(named.get(i).name().toLowerCase(Locale.ROOT).split("\\W+"))
                    .filter(BODIES::contains)
                    .forEach(own::add);
            named.get(i).mentions().forEach(mention -> own.addAll(roles(text, mention)));
            own.forEach(noun -> {
                Integer other = nouns.put(noun, target);
                if (other != null && other != target) {
                    several.add(noun);
                }
            });
        }
        nouns.keySet().removeAll(several);
        return nouns;
    }

    /** "Finance Minister Carrowmere", "the minister, Carrowmere", "Carrowmere, the finance minister": a minister. */
    private static List<String> roles(SegmentedText text, TextSpan mention) {
        List<Token> tokens = text.tokens();
        int first = text.firstTokenFrom(mention.start());
        int end = text.firstTokenFrom(mention.end());
        List<String> roles = new ArrayList<>();
        // "The minister, Vosslund said" does not call Vosslund a minister: an apposition has two commas.
        boolean apposed = first > 1
                && tokens.get(first - 1).is(",")
                && end < tokens.size()
                && tokens.get(end).is(",");
        int before = apposed ? first - 2 : first - 1;
        // The last word of a mention is the role itself where the actors' step has understood "the minister".
        for (int place : new int[] {before, end - 1}) {
            if (place >= 0 && isRole(tokens.get(place))) {
                roles.add(tokens.get(place).lower());
            }
        }
        if (end + 2 < tokens.size()
                && tokens.get(end).is(",")
                && tokens.get(end + 1).is("the")) {
            tokens.subList(end + 2, Math.min(tokens.size(), end + 2 + APPOSITION)).stream()
                    .takeWhile(token -> token.pos().nominal() || token.pos() == Pos.ADJ)
                    .filter(TargetMentions::isRole)
                    .findFirst()
                    .ifPresent(token -> roles.add(token.lower()));
        }
        return roles;
    }

    private static boolean isRole(Token token) {
        return RoleNouns.isRole(token.lower())
                && !RoleNouns.isTitle(token.lower())
                && !RoleNouns.isPlural(token.lower());
    }
}
