package org.claimwatch.analysis.attribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The English reporting verbs in all their forms. */
final class CueLexicon {
    /** Of a verb's form: what it says of the sentence around it. */
    enum Tense {
        BASE,
        THIRD,
        PAST,
        PARTICIPLE,
        ING
    }

    record Form(CueVerb verb, Set<Tense> tenses) {}

    private final Map<String, Form> forms = new HashMap<>();

    private CueLexicon() {}

    static CueLexicon english() {
        CueLexicon lexicon = new CueLexicon();
        for (String line : lines("cues-en.txt")) {
            String[] words = line.split(" ", -1);
            String[] irregular = words[words.length - 1].split(",", -1);
            boolean isIrregular = irregular.length == 3;
            List<String> frames = List.of(Arrays.copyOfRange(words, 1, words.length - (isIrregular ? 1 : 0)));
            CueVerb verb = new CueVerb(words[0], new LinkedHashSet<>(frames));
            lexicon.inflect(verb, isIrregular ? irregular[1] : null, isIrregular ? irregular[2] : null);
        }
        return lexicon;
    }

    /** A word list of this package: lines without comments and blanks. */
    static List<String> lines(String resource) {
        try (InputStream in = CueLexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable Form form(String word) {
        return forms.get(word);
    }

    private void inflect(CueVerb verb, @Nullable String past, @Nullable String participle) {
        String lemma = verb.lemma();
        boolean silent = lemma.endsWith("e");
        boolean consonantY = lemma.endsWith("y") && "aeo".indexOf(lemma.charAt(lemma.length() - 2)) < 0;
        boolean doubles =
                Set.of("quip", "rebut", "admit", "slam", "refer", "put").contains(lemma);
        String stem = silent ? lemma.substring(0, lemma.length() - 1) : lemma;
        String closed = doubles ? lemma + lemma.charAt(lemma.length() - 1) : stem;
        String third = consonantY
                ? lemma.substring(0, lemma.length() - 1) + "ies"
                : lemma.matches(".*(s|sh|ch|x|z|o)") ? lemma + "es" : lemma + "s";
        String regular = consonantY ? lemma.substring(0, lemma.length() - 1) + "ied" : closed + "ed";
        put(verb, lemma, Tense.BASE);
        put(verb, third, Tense.THIRD);
        put(verb, past == null ? regular : past, Tense.PAST);
        put(verb, participle == null ? regular : participle, Tense.PARTICIPLE);
        put(verb, (lemma.equals("foresee") ? lemma : closed) + "ing", Tense.ING);
    }

    private void put(CueVerb verb, String word, Tense tense) {
        Form known = forms.get(word);
        Set<Tense> tenses = new LinkedHashSet<>(known == null ? Set.of() : known.tenses());
        tenses.add(tense);
        forms.put(word, new Form(verb, Set.copyOf(tenses)));
    }
}
