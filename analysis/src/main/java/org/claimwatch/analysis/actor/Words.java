package org.claimwatch.analysis.actor;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Word lists that tell organisations, outlets and people apart. */
final class Words {
    private static final Set<String> ORGANISATIONS = Set.of(
            "ministry",
            "council",
            "office",
            "agency",
            "union",
            "company",
            "government",
            "police",
            "army",
            "party",
            "court",
            "bank",
            "commission",
            "committee",
            "hospital",
            "clinic",
            "university",
            "authority",
            "federation",
            "association",
            "department",
            "parliament",
            "staff",
            "broadcaster",
            "operator",
            "firm",
            "cooperative",
            "board",
            "institute",
            "centre",
            "center",
            "regulator",
            "watchdog",
            "campaign",
            "congress",
            "senate",
            "house",
            "bureau",
            "corporation",
            "group",
            "organisation",
            "organization",
            "league",
            "network",
            "fund",
            "foundation",
            "inc",
            "ltd",
            "plc",
            "corp",
            "co",
            "llc",
            "military",
            "administration",
            "embassy",
            "navy",
            "institution",
            "exchange",
            "service",
            "services",
            "statistics",
            "terminals",
            "academy",
            "society",
            "secretariat",
            "assembly",
            "alliance",
            "coalition",
            "cabinet",
            "treasury",
            "newspaper",
            "channel",
            "radio",
            "television",
            "tv",
            "news",
            "times",
            "post",
            "journal",
            "gazette",
            "courier",
            "herald",
            "tribune",
            "magazine",
            "website",
            "daily",
            "force",
            "forces",
            "command",
            "headquarters",
            "mission",
            "delegation",
            "college",
            "school",
            "laboratory",
            "museum",
            "church",
            "club",
            "industries",
            "holdings",
            "airlines",
            "railways",
            "works",
            "trust",
            "tribunal",
            "chamber",
            "guild",
            "presidency",
            "state",
            "states",
            "nations",
            "republic",
            "report",
            "study",
            "survey",
            "poll",
            "statement",
            "company's");

    private static final Set<String> COMPANIES = Set.of(
            "company",
            "firm",
            "group",
            "inc",
            "ltd",
            "plc",
            "corp",
            "co",
            "llc",
            "corporation",
            "industries",
            "holdings",
            "airlines",
            "railways",
            "works",
            "bank",
            "terminals",
            "services",
            "laboratory",
            "exchange");

    private static final Set<String> KIN = Set.of(
            "daughter",
            "son",
            "wife",
            "husband",
            "widow",
            "widower",
            "mother",
            "father",
            "brother",
            "sister",
            "cousin",
            "uncle",
            "aunt",
            "nephew",
            "niece",
            "grandson",
            "granddaughter",
            "grandfather",
            "grandmother",
            "fiancé",
            "fiancée",
            "girlfriend",
            "boyfriend");

    /** What businesses and other bodies are called by what they do. */
    private static final Set<String> BUSINESSES = WordLists.words("businesses.txt");

    /** Words that end the names of businesses, clubs and campaigns. */
    private static final Set<String> NAMES = WordLists.words("body-names.txt");

    /** German bodies are compounds of these. */
    private static final Pattern GERMAN = Pattern.compile(
            ".*(?:ministerium|\\p{L}{4}(?:amt|bank|rat|rats)|kommission|gewerkschaft|firma|konzern|behörde|genossenschaft|partei|regierung"
                    + "|verband|verein|agentur|gericht|universität|polizei|armee|zentrale|gesellschaft|unternehmen|stiftung)s?");

    private Words() {}

    static boolean isOrganisation(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return GERMAN.matcher(lower).matches()
                || ORGANISATIONS.contains(lower)
                || (lower.endsWith("s") && ORGANISATIONS.contains(lower.substring(0, lower.length() - 1)));
    }

    /** Whether a word may end the name of a body. */
    static boolean endsBody(String word) {
        return NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a noun says what a business or another private body does. */
    static boolean isBusiness(String word) {
        return BUSINESSES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a noun says whose kin somebody is, which is nobody's office. */
    static boolean isKin(String word) {
        return KIN.contains(word);
    }

    /** An organisation's word that a company may carry. */
    static boolean isCompany(String word) {
        return COMPANIES.contains(word.toLowerCase(Locale.ROOT));
    }
}
