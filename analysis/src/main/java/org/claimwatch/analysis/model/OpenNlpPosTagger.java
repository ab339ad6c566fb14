package org.claimwatch.analysis.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import opennlp.tools.postag.POSModel;
import org.jspecify.annotations.Nullable;

/** OpenNLP's maximum-entropy taggers, trained by its project on Universal Dependencies treebanks. */
public final class OpenNlpPosTagger implements PosTagger {
    /** Longer lists of words are no sentences: their tags would say nothing and take long. */
    private static final int LONGEST = 400;

    private static final Set<String> NAMES =
            Set.copyOf(Arrays.stream(Pos.values()).map(Pos::name).toList());

    /** Names that the models take for marks: "al-Jafri". */
    private static final Pattern PARTICLE = Pattern.compile("(?i:al|el|ad|as|ash|at|an|ar|az|bin|ben)-\\p{Lu}.*");

    /** So many sentences of an article are remembered: the rules and the tagger ask about most of them twice. */
    private static final int REMEMBERED = 256;

    private final POSModel model;

    /** A search keeps state during a call and takes a millisecond to make: each serves one call at a time. */
    private final Queue<TagSearch> idle = new ConcurrentLinkedQueue<>();

    private final Recent recent = new Recent();

    private OpenNlpPosTagger(POSModel model) {
        this.model = model;
    }

    public static OpenNlpPosTagger english() {
        return load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin");
    }

    public static OpenNlpPosTagger german() {
        return load("/opennlp-de-ud-gsd-pos-1.3-2.5.4.bin");
    }

    private static OpenNlpPosTagger load(String resource) {
        try (InputStream in = OpenNlpPosTagger.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The part-of-speech model is not on the class path: " + resource);
            }
            return new OpenNlpPosTagger(new POSModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The part-of-speech model cannot be read: " + resource, e);
        }
    }

    @Override
    public List<Pos> tag(List<String> words) {
        List<String> asked = List.copyOf(words);
        List<Pos> known = recent.find(asked);
        if (known != null) {
            return known;
        }
        TagSearch search = idle.poll();
        if (search == null) {
            search = new TagSearch(model);
        }
        try {
            List<Pos> found = tag(search, asked);
            recent.keep(asked, found);
            return found;
        } finally {
            idle.add(search);
        }
    }

    private static List<Pos> tag(TagSearch search, List<String> words) {
        List<Pos> tags = new ArrayList<>(words.size());
        for (int from = 0; from < words.size(); from += LONGEST) {
            List<String> part = words.subList(from, Math.min(words.size(), from + LONGEST));
            String[] straight = part.stream().map(w -> w.replace('’', '\'')).toArray(String[]::new);
            String[] found = search.tags(straight);
            for (int i = 0; i < found.length; i++) {
                Pos pos = NAMES.contains(found[i]) ? Pos.valueOf(found[i]) : Pos.X;
                tags.add(pos == Pos.PUNCT && PARTICLE.matcher(straight[i]).matches() ? Pos.PROPN : pos);
            }
        }
        return List.copyOf(tags);
    }

    /** The sentences asked about last, but for what is too long to be one. */
    private static final class Recent {
        private final Map<List<String>, List<Pos>> tags = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<List<String>, List<Pos>> eldest) {
                return size() > REMEMBERED;
            }
        };

        synchronized @Nullable List<Pos> find(List<String> words) {
            return tags.get(words);
        }

        synchronized void keep(List<String> words, List<Pos> found) {
            if (words.size() <= LONGEST) {
                tags.put(words, found);
            }
        }
    }
}
