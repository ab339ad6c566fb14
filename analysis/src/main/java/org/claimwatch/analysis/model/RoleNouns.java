package org.claimwatch.analysis.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words for what a person is: offices, ranks, professions and forms of address. */
public final class RoleNouns {
    private static final Set<String> TITLES = WordList.load("titles.txt");

    private static final Set<String> ROLES = WordList.load("roles.txt");

    private static final Set<String> PORTFOLIOS = WordList.load("portfolios.txt");

    /** German offices and professions are compounds of these. */
    private static final Pattern GERMAN = Pattern.compile(
            ".*(?:minister|sprecher|präsident|kanzler|direktor|leiter|gouverneur|ökonom|sekretär|delegierter|botschafter"
                    + "|gesandter?|chef|experte|forscher|anwalt|richter|bürgermeister|vorsitzende[rn]?|beamter?|techniker"
                    + "|hydrologe|chefredakteur|vermittler|berater|filialleiter|ärzt|arzt|lehrer|kommissar)(?:in)?");

    /** "hepatologist", "choreographer": professions that no list ends. */
    private static final Pattern PROFESSION =
            Pattern.compile("[\\p{L}-]{2,}(?:ologist|ographer|onomist|iatrist|iatrician|onomer|keeper)");

    /** "the 52-year-old" */
    private static final Pattern AGE = Pattern.compile("\\d{1,3}-year-old");

    private RoleNouns() {}

    /** What a minister may be the minister of. */
    public static boolean isPortfolio(String word) {
        return PORTFOLIOS.contains(word.toLowerCase(Locale.ROOT));
    }

    public static boolean isTitle(String word) {
        return TITLES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a word, singular or plural, says what a person is. */
    public static boolean isRole(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return ROLES.contains(lower)
                || isAge(lower)
                || PROFESSION.matcher(lower).matches()
                || isTitle(lower)
                || isPlural(lower)
                || GERMAN.matcher(lower).matches();
    }

    /** "the 52-year-old": says nothing of what somebody does. */
    public static boolean isAge(String word) {
        return AGE.matcher(word).matches();
    }

    /** "officials": several people. */
    public static boolean isPlural(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return (lower.endsWith("men") && ROLES.contains(lower.substring(0, lower.length() - 3) + "man"))
                || (lower.endsWith("s") && isSingular(lower.substring(0, lower.length() - 1)))
                || lower.equals("people");
    }

    private static boolean isSingular(String word) {
        return ROLES.contains(word) || PROFESSION.matcher(word).matches();
    }
}
