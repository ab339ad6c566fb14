package org.claimwatch.analysis.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.RelationWords.Way;
import org.claimwatch.common.claim.ClaimRelationKind;

/** How English takes back and supports what was claimed. */
final class EnglishRelationWords {
    /** What is claimed: up to the next comma or full stop that is none inside a figure or an abbreviation. */
    private static final String X =
            "(?<x>(?:[^.,;:!?…—–()\"“”«»]|[.,](?=\\d)|(?<=\\b(?:Mr|Ms|Mrs|Dr|St|Gen|Sen|Col))\\.|(?<=\\b\\p{Lu})\\.){8,300}+)";

    private static final String NOUN =
            "(?:claim|statement|assertion|report|allegation|remark|comment|testimony|accusation|story|finding|contention"
                    + "|suggestion|warning|account|announcement|insistence|charge|version|suspicion|argument|complaint|theory"
                    + "|conclusion|estimate|idea|view|notion|belief)s?";
    private static final Set<String> NOUNS = both(
            "claim statement assertion report allegation remark comment testimony accusation story finding contention suggestion"
                    + " warning account announcement insistence charge version suspicion argument complaint theory conclusion"
                    + " estimate idea view notion belief");
    private static final Set<String> THAT = Set.of("that");
    private static final Set<String> TAKERS = words(
            "withdrew withdrawn retracted took taken walked disavowed recanted disowned rescinded backtracked tracked backpedalled"
                    + " pedalled backed retreated");
    private static final Set<String> SAYING = words("said claimed wrote reported stated announced alleged asserted");
    private static final Set<String> WRONGS =
            words("wrong false incorrect untrue mistaken inaccurate erroneous unfounded mistake error");
    private static final Set<String> US = words("i we");
    private static final Set<String> BACKERS = words(
            "support supports supported back backs backed bear bears bore corroborate corroborates corroborated substantiate"
                    + " substantiates substantiated underpin underpins underpinned bolster bolsters bolstered strengthen"
                    + " strengthens strengthened reinforce reinforces reinforced vindicate vindicates vindicated weight credence"
                    + " credibility substance evidence proof");
    private static final Set<String> PROVERS =
            words("confirm confirms confirmed prove proves proved proven show shows demonstrate demonstrates");
    private static final Set<String> BACKING_WORDS = words(
            "supporting backing bearing corroborating substantiating bolstering strengthening reinforcing underpinning confirming"
                    + " vindicating lending giving adding which");

    private static final String KINDS =
            "(?:(?:earlier|previous|initial|original|own|recent|public|false|erroneous|controversial|first|written|sworn)\\s+){0,2}";
    private static final String OWN = "(?:its|his|her|their|my|our|a|an|the)\\s+";

    /** "of last week", "made on Monday". */
    private static final String WHEN = "(?:\\s+(?:of|from|made|on|last|earlier|this|in|published)\\b[^,.;:]{0,40}?)?";

    private static final String HAS =
            "(?:has|have|had)(?:\\s+(?:since|now|also|formally|publicly|quietly|already))?\\s+";
    private static final String TAKING_BACK =
            "(?:withdrew|retracted|took\\s+back|walked\\s+back|disavowed|recanted|disowned|rescinded|back-?tracked\\s+on"
                    + "|back-?pedalled\\s+on|backed\\s+away\\s+from|retreated\\s+from|" + HAS
                    + "(?:withdrawn|taken\\s+back))";
    private static final String SAID = "(?:said|claimed|wrote|reported|stated|announced|alleged|asserted)";
    private static final String WRONG =
            "(?:wrong|false|incorrect|untrue|mistaken|inaccurate|erroneous|unfounded|a\\s+mistake|an\\s+error|in\\s+error)";

    /** Who does so, at the start of the sentence, and when. */
    private static final String SUBJECT = "(?:(?:(?<=^)|(?<=[.!?”\"]\\s))(?<subj>[\\p{L}\\p{N}][\\p{L}\\p{N}’'.-]*"
            + "(?:\\s+[\\p{L}\\p{N}’'.-]+){0,6}?)(?:\\s+(?:late|early|later|(?:on\\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
            + "|yesterday|today|formally|publicly|quietly|also|has|have|had|since|now))*\\s+)?";

    private static final String BACKING =
            "(?:supports?|supported|back(?:s|ed)?(?:\\s+up)?|bears?\\s+out|bore\\s+out|corroborate[sd]?|substantiate[sd]?"
                    + "|underpin(?:s|ned)?|bolster(?:s|ed)?|strengthen(?:s|ed)?|reinforce[sd]?|vindicate[sd]?"
                    + "|(?:lends?|gives?|lent|gave|adds?|added)\\s+(?:weight|credence|support|credibility|substance)\\s+to"
                    + "|(?:is|are|was|were)\\s+(?:further\\s+)?(?:evidence|proof)\\s+(?:for|of))";
    private static final String BACKING_ASIDE =
            "(?:supporting|backing(?:\\s+up)?|bearing\\s+out|corroborating|substantiating|bolstering|strengthening|reinforcing"
                    + "|underpinning|confirming|vindicating"
                    + "|(?:lending|giving|adding)\\s+(?:weight|credence|support|credibility|substance)\\s+to)";
    private static final String PAPERS =
            "(?:figures?|data|records?|documents?|images?|footage|photographs?|photos?|pictures?|videos?|recordings?|logs?"
                    + "|e-?mails?|letters?|messages?|study|studies|surveys?|polls?|audits?|reports?|tests?|readings?|measurements?"
                    + "|samples?|results?|findings?|statistics|numbers|evidence|analys[ie]s|maps?|minutes|transcripts?|ledgers?"
                    + "|files?|papers?|DNA|fingerprints?|examinations?|landings)";

    /** Somebody else's claim: "the union's claim that", "the claim of the opposition that", "farmers' claims that". */
    private static final String THEIRS = "(?!(?:its|his|her|their|my|our|your|any|no)\\b)"
            + "(?:[\\p{L}\\p{N}][\\p{L}\\p{N}.\\s-]{0,60}?(?:['’]s|s['’])\\s+|the\\s+)" + KINDS + NOUN
            + "(?:\\s+(?:of|by|from|made\\s+by)\\s+(?!(?:its|his|her|their|my|our)\\b)[\\p{L}\\p{N}\\s’'-]{2,50}?)?\\s+that\\s+";

    private static final Pattern NOT_SAID = Pattern.compile(
            "(?i)(?:\\b(?:not|never|nobody|no|nothing|neither|nor|none|little|hardly|scarcely|barely|if|whether|unless|until"
                    + "|could|would|should|may|might|must|will|shall|can|cannot|to|having|without|yet|fail\\w*|unable|only"
                    + "|den(?:y|ies|ied)|doubt\\w*|whose|any|who(?:m|ever)?|which(?!\\s*$))\\b|n['’]t\\b)(?:\\W+\\w+){0,4}\\W*$"
                    + "|\\b(?:if|whether|unless|doubts?|doubted|questioned|denie[sd])\\b[^,;]*$");

    /** Where "that" or a relative "which" is a part of the cue, little may stand before. */
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private static final Pattern IRREAL = Pattern.compile("(?i)^\\W*if\\b");
    private static final Pattern CORRECTION = Pattern.compile(
            "(?i)correct|wrong|\\berror|erroneous|mistaken|misstate|inaccura|amended|\\bfalsely\\b|clarification");

    static final List<Way> WAYS = List.of(
            retracts(
                    SUBJECT + "\\b(?<cue>" + TAKING_BACK + "\\s+" + OWN + KINDS + NOUN + WHEN + "\\s+that)\\s+" + X,
                    List.of(TAKERS, NOUNS, THAT)),
            retracts(
                    "\\bhad\\s+" + SAID + "(?:\\s+on\\s+\\w+|\\s+last\\s+\\w+|\\s+earlier)?\\s+that\\s+" + X
                            + ",\\s+(?<cue>" + TAKING_BACK + "\\s+(?:that|the|its|his|her|their|this)\\s+" + NOUN
                            + ")\\b",
                    List.of(TAKERS, NOUNS, SAYING)),
            retracts(
                    SUBJECT + "\\b(?<cue>(?:" + HAS
                            + ")?apologi[sz]ed\\s+(?:to\\s+[^,.;]{1,40}?\\s+)?for\\s+(?:having\\s+)?"
                            + "(?:saying|claiming|reporting|writing|stating|alleging|asserting|suggesting|said)"
                            + "(?:\\s+\\w+ly)?\\s+that)\\s+" + X,
                    List.of(words("apologised apologized"), THAT)),
            new Way(
                    Pattern.compile(
                            "(?i)(?<cue>\\b(?:earlier|previous|prior|original|first)\\s+version\\s+of\\s+this\\s+"
                                    + "(?:article|story|report|text|piece|item|dispatch)\\s+(?:\\w+ly\\s+|had\\s+){0,2}(?:indicated|suggested|implied|"
                                    + SAID + ")"
                                    + "(?:\\s+\\w+ly|\\s+in\\s+error)?(?:\\s+that)?)\\s+" + X),
                    ClaimRelationKind.RETRACTS,
                    false,
                    true,
                    NOTHING,
                    CORRECTION,
                    List.of(words("version"), words("this"))),
            retracts(
                    "(?<cue>\\b(?:I|we)\\s+(?:was|were|am|are)\\s+(?:wrong|mistaken|in\\s+error|incorrect)\\s+(?:to\\s+"
                            + "(?:say|claim|write|report|state|suggest|assert|announce)|when\\s+(?:I|we)\\s+" + SAID
                            + "|in\\s+(?:saying|claiming|reporting))(?:\\s+on\\s+\\w+day)?\\s+that)\\s+" + X,
                    List.of(US, WRONGS, THAT)),
            retracts(
                    "(?<=(?:said|conceded|admitted|acknowledged|says|admits)\\s(?:that\\s)?)(?<cue>(?:it|he|she|they)\\s+"
                            + "(?:was|were|had\\s+been)\\s+(?:wrong|mistaken)\\s+to\\s+"
                            + "(?:say|claim|write|report|state|suggest)\\s+that)\\s+" + X,
                    List.of(words("wrong mistaken"), THAT)),
            retracts(
                    "(?:(?<=(?:said|conceded|admitted|acknowledged|says|admits)\\s(?:that\\s)?)(?:its|his|her|their)|\\b(?:my|our))"
                            + "\\s+" + KINDS + NOUN + WHEN + "\\s+that\\s+(?<x>[^.;:!?\"“”]{8,300}?)\\s+"
                            + "(?<cue>(?:was|were|is|had\\s+been|turned\\s+out\\s+to\\s+be)\\s+" + WRONG + ")\\b",
                    List.of(WRONGS, NOUNS, THAT)),
            retracts(
                    "\\b(?:I|we)\\s+" + SAID
                            + "(?:\\s+on\\s+\\w+|\\s+last\\s+\\w+|\\s+earlier|\\s+yesterday)?\\s+that\\s+" + X
                            + "[.;,]\\s+(?:and\\s+|but\\s+)?(?<cue>(?:I|we)\\s+(?:take|took|withdraw|retract)\\s+(?:that|it|this)\\b"
                            + "(?:\\s+back\\b)?|that\\s+(?:was|is)\\s+" + WRONG + "\\b)",
                    List.of(
                            US,
                            SAYING,
                            words(
                                    "take took withdraw retract wrong false incorrect untrue mistaken inaccurate erroneous unfounded mistake"
                                            + " error"))),
            aside(
                    ",\\s+(?<cue>(?:which\\s+)?(?:" + BACKING_ASIDE + "|(?<=which\\s)(?:also\\s+)?(?:" + BACKING
                            + "|confirms?|confirmed|proves?|proved))\\s+" + THEIRS + ")" + X,
                    List.of(BACKING_WORDS, NOUNS, THAT)),
            aside(
                    ",\\s+(?<cue>which\\s+(?:also\\s+)?(?:shows?|proves?|demonstrates?)\\s+that)\\s+" + X,
                    List.of(words("which"), PROVERS, THAT)),
            supports(SUBJECT + "\\b(?<cue>" + BACKING + "\\s+" + THEIRS + ")" + X, List.of(BACKERS, NOUNS, THAT)),
            supports(
                    "\\b" + PAPERS + "\\s+(?:(?:has|have|had|also|now|fully)\\s+)?"
                            + "(?<cue>(?:confirm(?:s|ed)?|prove[sd]?|proven)\\s+" + THEIRS + ")" + X,
                    List.of(PROVERS, NOUNS, THAT)));

    private EnglishRelationWords() {}

    private static Way retracts(String pattern, List<Set<String>> needs) {
        return way(pattern, ClaimRelationKind.RETRACTS, false, NOT_SAID, needs);
    }

    private static Way supports(String pattern, List<Set<String>> needs) {
        return way(pattern, ClaimRelationKind.SUPPORTS, false, NOT_SAID, needs);
    }

    private static Way aside(String pattern, List<Set<String>> needs) {
        return way(pattern, ClaimRelationKind.SUPPORTS, true, IRREAL, needs);
    }

    private static Way way(
            String pattern, ClaimRelationKind kind, boolean aside, Pattern barred, List<Set<String>> needs) {
        return new Way(Pattern.compile("(?i)" + pattern), kind, aside, false, barred, null, needs);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }

    private static Set<String> both(String nouns) {
        Set<String> both = new HashSet<>(words(nouns));
        words(nouns).forEach(noun -> both.add(noun + "s"));
        return Set.copyOf(both);
    }
}
