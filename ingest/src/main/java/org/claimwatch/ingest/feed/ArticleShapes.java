package org.claimwatch.ingest.feed;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimwatch.ingest.fetch.WebAddress;

/**
 * What an outlet's addresses of articles look like, learnt from what extraction made of the pages behind them.
 *
 * <p>It speaks only where enough addresses of one form came out alike; about everything else it keeps silent.
 */
public final class ArticleShapes {
    /** Of an outlet of which nothing was read yet. */
    public static final ArticleShapes UNKNOWN = learn(List.of(), List.of());

    /** Fewer pages of one form than this teach nothing. */
    private static final int FEWEST = 3;

    /** Fewer articles than this, and the failures may be the outlet's whole server, or ours. */
    private static final int FEWEST_TO_REFUSE = 5;

    /** So many articles that a mark which all of them carry is no accident. */
    private static final int FEWEST_FOR_MARKS = 10;

    private static final double MOST = 0.8;
    private static final double NEARLY_ALL = 0.95;

    private final Map<String, Outcome> byForm;
    private final Set<String> marksOfAll;
    private final int articles;

    private ArticleShapes(Map<String, Outcome> byForm, Set<String> marksOfAll, int articles) {
        this.byForm = byForm;
        this.marksOfAll = marksOfAll;
        this.articles = articles;
    }

    /** How many pages of one form were articles, and how many were none. */
    private record Outcome(int articles, int others) {
        static final Outcome NONE = new Outcome(0, 0);

        Outcome plus(boolean article) {
            return new Outcome(articles + (article ? 1 : 0), others + (article ? 0 : 1));
        }

        int pages() {
            return articles + others;
        }

        double share() {
            return pages() == 0 ? 0 : (double) articles / pages();
        }
    }

    /**
     * Learns from absolute addresses; their order does not matter.
     *
     * @param read pages out of which a real text was read
     * @param unread pages that could not be had, or had no text
     */
    public static ArticleShapes learn(List<String> read, List<String> unread) {
        Map<String, Outcome> byForm = new HashMap<>();
        Map<String, Integer> carriers = new HashMap<>();
        List<AddressShape> articles = shapes(read);
        for (AddressShape shape : articles) {
            count(byForm, shape, true);
            shape.marks().forEach(mark -> carriers.merge(mark, 1, Integer::sum));
        }
        shapes(unread).forEach(shape -> count(byForm, shape, false));
        Set<String> marks = new HashSet<>();
        carriers.forEach((mark, count) -> {
            if (articles.size() >= FEWEST_FOR_MARKS && count >= NEARLY_ALL * articles.size()) {
                marks.add(mark);
            }
        });
        return new ArticleShapes(byForm, marks, articles.size());
    }

    /** Whether an article is to be expected there; empty where that is not known. */
    public Optional<Boolean> judge(URI address) {
        if (byForm.isEmpty()) {
            return Optional.empty();
        }
        AddressShape shape = AddressShape.of(address);
        Outcome here = byForm.getOrDefault(inSection(shape), Outcome.NONE);
        Outcome anywhere = byForm.getOrDefault(shape.form(), Outcome.NONE);
        Outcome outcome = here.pages() >= FEWEST ? here : anywhere;
        if (outcome.pages() >= FEWEST && outcome.share() >= MOST) {
            return Optional.of(true);
        }
        boolean refused = outcome.pages() >= FEWEST && outcome.share() <= 1 - MOST && articles >= FEWEST_TO_REFUSE;
        return refused || !shape.marks().containsAll(marksOfAll) ? Optional.of(false) : Optional.empty();
    }

    private static List<AddressShape> shapes(List<String> addresses) {
        return addresses.stream()
                .distinct()
                .flatMap(address -> WebAddress.parse(address).stream())
                .map(AddressShape::of)
                .toList();
    }

    private static void count(Map<String, Outcome> byForm, AddressShape shape, boolean article) {
        for (String form : Set.of(shape.form(), inSection(shape))) {
            byForm.put(form, byForm.getOrDefault(form, Outcome.NONE).plus(article));
        }
    }

    /** No form starts with a word, so the two kinds of key never meet. */
    private static String inSection(AddressShape shape) {
        return shape.section() + " in " + shape.form();
    }
}
