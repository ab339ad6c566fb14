package org.claimwatch.analysis.attribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reporting verbs of a language that are listed in all their forms, one verb a line. */
final class WordCues {
    private static final Set<String> FRAMES = Set.of("np", "not");

    private final Map<String, CueVerb> forms = new HashMap<>();

    private WordCues() {}

    static WordCues of(String resource) {
        WordCues cues = new WordCues();
        for (String line : CueLexicon.lines(resource)) {
            List<String> words = Arrays.asList(line.split(" ", -1));
            Set<String> frames = new LinkedHashSet<>(words);
            frames.retainAll(FRAMES);
            CueVerb verb = new CueVerb(words.getFirst(), frames);
            words.stream().filter(w -> !FRAMES.contains(w)).forEach(w -> cues.forms.put(w, verb));
        }
        return cues;
    }

    @Nullable CueVerb verb(String word) {
        return forms.get(word);
    }
}
