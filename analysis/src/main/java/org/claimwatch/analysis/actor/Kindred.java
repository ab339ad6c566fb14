package org.claimwatch.analysis.actor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.RoleNouns;

/** Words that news says by turns of one person or body: a solicitor is "the lawyer", an office "the agency". */
final class Kindred {
    private static final Map<String, Set<String>> ROLES = groups("kindred-roles.txt");
    private static final Map<String, Set<String>> BODIES = groups("kindred-bodies.txt");
    private static final Set<String> EPITHETS = WordLists.words("epithets.txt");
    private static final Set<String> NATIONALS = WordLists.words("nationals.txt");

    /** Every science has its scientist; some of them are physicians. */
    private static final Pattern SCIENTIST =
            Pattern.compile("\\p{L}{2,}(?:ologist|onomer|icist|ician|iatrist)|chemist");

    private static final Set<String> OF_SCIENCE =
            Set.of("scientist", "researcher", "academic", "expert", "professor", "specialist", "doctor", "physician");

    private Kindred() {}

    /** Whether who is called by one role may be called by the other. */
    static boolean roles(String one, String other) {
        return ROLES.getOrDefault(one, Set.of()).contains(other) || ofScience(one, other) || ofScience(other, one);
    }

    private static boolean ofScience(String science, String word) {
        return SCIENTIST.matcher(science).matches() && OF_SCIENCE.contains(word);
    }

    /** Whether a body of one kind may be called by the other. */
    static boolean bodies(String one, String other) {
        return BODIES.getOrDefault(one, Set.of()).contains(other);
    }

    /** "the Welshman", "the 24-year-old", "the youngster": news on whoever was just spoken of. */
    static boolean isEpithet(String word) {
        return EPITHETS.contains(word) || NATIONALS.contains(word) || RoleNouns.isAge(word);
    }

    private static Map<String, Set<String>> groups(String resource) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (String line : WordLists.lines(resource)) {
            List<String> words = Arrays.asList(line.strip().split("\\s+", -1));
            words.forEach(
                    word -> groups.computeIfAbsent(word, k -> new HashSet<>()).addAll(words));
        }
        return groups;
    }
}
