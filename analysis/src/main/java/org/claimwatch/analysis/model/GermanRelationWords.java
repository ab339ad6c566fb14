package org.claimwatch.analysis.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.RelationWords.Way;
import org.claimwatch.common.claim.ClaimRelationKind;

/** How German takes back and supports what was claimed: mostly a verb in second place, its other half after the object. */
final class GermanRelationWords {
    private static final String X = "(?<x>(?:[^.,;:!?…—–()\"„“”«»]|[.,](?=\\d)|(?<=\\b(?:Dr|Prof|St))\\.){8,300}+)";
    private static final String NOUN =
            "(?:Behauptung|Aussage|Angaben?|Äußerung|Bericht|Meldung|Erklärung|Vorwurf|Vorwürfe|Darstellung|Mitteilung"
                    + "|Anschuldigung|Vermutung|Verdacht|These|Einschätzung|Schilderung|Auffassung|Warnung)(?:en)?";
    private static final String KINDS = "(?:(?:frühere|ursprüngliche|eigene|falsche|umstrittene|jüngste)[nrs]?\\s+)?";

    /** What begins the clause of what was claimed. */
    private static final String THAT = ",\\s+(?:dass\\s+|wonach\\s+|denen\\s+zufolge\\s+)?";

    /** The first place of the sentence. */
    private static final String SUBJECT = "(?:(?<=^)|(?<=[.!?“\"]\\s)|(?<=:\\s))(?<subj>\\p{Lu}[^,.;:!?]{2,80}?)\\s+";

    private static final String BETWEEN = "(?:(?!nicht\\b|nie\\b|kaum\\b|keineswegs\\b)[\\p{L}\\p{N}.]+\\s+){0,5}?";
    private static final String OWNERS =
            "(?:\\s+(?!nicht\\b|nie\\b|kaum\\b|keineswegs\\b|zurück)[\\p{L}\\p{N}-]+){0,6}";

    private static final String BACKERS = "stützt stützte stützen stützten stützn untermauert untermauerte"
            + " untermaueren untermauerten untermauern belegt belegte belegen belegten belegn bekräftigt bekräftigte bekräftigen bekräftigten bekräftign";

    private static final String WRONGLY = "(?:fälschlich(?:erweise)?|irrtümlich(?:erweise)?)";
    private static final String PAPERS =
            "(?:werte|[dD]aten|[bB]ericht|[zZ]ahlen|[bB]ilder|[aA]ufnahmen|[aA]kten|[sS]puren|[sS]tudien?|[gG]utachten"
                    + "|[dD]okumente|[uU]nterlagen|[mM]essungen|[eE]rgebnisse|[pP]roben|[uU]ntersuchung(?:en)?|[vV]ideos?"
                    + "|[fF]otos|[aA]nalysen?|[pP]rotokolle|[tT]ests?)";

    private static final Pattern NOT_SAID = Pattern.compile(
            "\\b(?i:nicht|nie|niemand|kein\\w*|ob|wenn|falls|könnten?|würden?|sollen?|sollte|will|wollte|müsse|möge)\\b[^,;]*$");
    private static final Pattern CORRECTION =
            Pattern.compile("(?i)korrektur|korrigiert|fälschlich|irrtümlich|berichtig|falsch");

    static final List<Way> WAYS = List.of(
            retracts(
                    "zurück",
                    SUBJECT + "(?<cue>(?:zog|nahm|zieht|nimmt)\\s+" + BETWEEN
                            + "(?:seine|ihre|die|eine|einen|seinen|ihren|den)n?\\s+" + KINDS + NOUN + OWNERS
                            + "\\s+zurück)"
                            + THAT + X),
            retracts(
                    "zurückgenommen zurückgezogen",
                    SUBJECT + "(?<cue>(?:hat|haben)\\s+" + BETWEEN + "(?:seine|ihre|seinen|ihren)\\s+" + KINDS + NOUN
                            + OWNERS + "\\s+zurück(?:genommen|gezogen))" + THAT + X),
            retracts(
                    "widerrief widerruft",
                    SUBJECT + "(?<cue>(?:widerrief|widerruft)\\s+" + BETWEEN + "(?:seine|ihre|seinen|ihren)\\s+" + KINDS
                            + NOUN + ")" + OWNERS + THAT + X),
            retracts(
                    "rückte",
                    SUBJECT + "(?<cue>rückte\\s+" + BETWEEN + "von\\s+(?:seiner|ihrer|seinem|ihrem)\\s+" + KINDS + NOUN
                            + OWNERS + "\\s+ab)" + THAT + X),
            retracts(
                    "entschuldigte entschuldigt",
                    SUBJECT + "(?<cue>(?:entschuldigte|entschuldigt)\\s+sich\\s+" + BETWEEN
                            + "für\\s+(?:die|den|seine|ihre|seinen|ihren)\\s+" + KINDS + NOUN + ")" + OWNERS + THAT
                            + X),
            new Way(
                    Pattern.compile(
                            "(?<subj>(?i:in\\s+einer\\s+)(?:früheren|vorherigen|ersten|älteren)\\s+(?:Version|Fassung)\\s+dieses\\s+"
                                    + "(?:Artikels|Textes|Berichts|Beitrags))\\s+(?<cue>(?:hieß|stand)(?:\\s+es)?(?:\\s+"
                                    + WRONGLY + ")?)"
                                    + THAT + X),
                    ClaimRelationKind.RETRACTS,
                    false,
                    true,
                    Pattern.compile("(?!)"),
                    CORRECTION,
                    needs("version fassung")),
            supports(
                    BACKERS,
                    SUBJECT + "(?<cue>(?:stütz|untermauer|beleg|bekräftig)(?:t|te|en|ten|n)\\s+" + BETWEEN
                            + "(?:die|den|das)\\s+" + KINDS + NOUN + ")" + OWNERS + THAT + X),
            supports(
                    BACKERS,
                    "\\b(?<cue>(?:stütz|untermauer|beleg|bekräftig)(?:t|te|en|ten|n)\\s+" + BETWEEN
                            + "(?:die|den|das)\\s+" + KINDS + NOUN + ")" + OWNERS + THAT + X),
            supports(
                    "bestätigt bestätigte bestätigen bestätigten",
                    "(?<subj>(?:(?:Der|Die|Das|Neue)\\s+)?\\p{L}*" + PAPERS
                            + ")(?:\\s+(?:der|des|von)\\s+\\p{L}+){0,2}\\s+"
                            + "(?<cue>bestätig(?:t|te|en|ten)\\s+" + BETWEEN + "(?:die|den|das)\\s+" + KINDS + NOUN
                            + ")"
                            + OWNERS + THAT
                            + X));

    private GermanRelationWords() {}

    private static Way retracts(String verbs, String pattern) {
        return new Way(
                Pattern.compile(pattern), ClaimRelationKind.RETRACTS, false, false, NOT_SAID, null, needs(verbs));
    }

    private static Way supports(String verbs, String pattern) {
        return new Way(
                Pattern.compile(pattern), ClaimRelationKind.SUPPORTS, false, false, NOT_SAID, null, needs(verbs));
    }

    private static List<Set<String>> needs(String words) {
        return List.of(Set.of(words.split(" ", -1)));
    }
}
