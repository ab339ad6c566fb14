package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.ingest.support.LabelledPages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Learns the weights of {@link TitleVote} from pages with a known title, and prints them: conditional logit over the
 * titles that each page gives itself, by gradient ascent with an L2 penalty; no place may count against a title.
 *
 * <p>Prints first how titles of publishers left out of the training fare (eight folds by domain). Run its {@code main}
 * with the folder of the labelled pages.
 */
final class TitleTraining {
    private static final int FOLDS = 8;
    private static final int STEPS = 400;
    private static final double RATE = 1.5;
    private static final double PENALTY = 1;

    /** News pages count double: blogs and shops are the larger set and not what is read here. */
    private static final Map<String, Double> SETS =
            Map.of("publisher-pages", 2.0, "trafilatura-eval", 1.0, "newspaper4k", 1.0);

    private record Choice(Map<TitleVote.Sign, Double> signs, boolean right) {}

    private record Page(String set, int fold, List<Choice> choices) {}

    private TitleTraining() {}

    public static void main(String[] args) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String set : SETS.keySet().stream().sorted().toList()) {
            for (JsonNode truth : LabelledPages.of(set)) {
                if (!truth.path("title").asText().isBlank()) {
                    pages.add(page(set, truth));
                }
            }
        }
        Map<String, Integer> right = new java.util.TreeMap<>();
        Map<String, Integer> all = new java.util.TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Map<TitleVote.Sign, Double> weights =
                    train(pages.stream().filter(page -> page.fold() != left).toList());
            for (Page page : pages) {
                if (page.fold() == fold) {
                    all.merge(page.set(), 1, Integer::sum);
                    right.merge(page.set(), isRight(page, weights) ? 1 : 0, Integer::sum);
                }
            }
        }
        all.forEach((set, n) ->
                System.out.printf("left out: %-18s %.3f of %d%n", set, right.getOrDefault(set, 0) / (double) n, n));
        Map<TitleVote.Sign, Double> weights = train(pages);
        all.forEach((set, n) -> System.out.printf(
                "fitted:   %-18s %.3f%n",
                set,
                pages.stream()
                                .filter(page -> page.set().equals(set) && isRight(page, weights))
                                .count()
                        / (double) n));
        weights.forEach((sign, weight) -> System.out.printf("Map.entry(Sign.%s, %.2f),%n", sign, weight));
    }

    private static Page page(String set, JsonNode truth) throws IOException {
        Document page = Jsoup.parse(LabelledPages.html(set, truth), LabelledPages.url(truth));
        JsonLd linked = JsonLd.of(page);
        JsonNode article = linked.article();
        MetaTags tags = MetaTags.of(page);
        List<TitleVote.Witness> witnesses =
                TitleReader.witnesses(page, article, tags, ArticleExtractor.outlet(linked, article, tags));
        String title = bare(truth.path("title").asText());
        List<Choice> choices = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (TitleVote.Witness witness : witnesses) {
            if (!seen.contains(witness.bare())) {
                seen.add(witness.bare());
                choices.add(new Choice(
                        TitleVote.signs(witness, witnesses),
                        bare(witness.title()).equals(title)));
            }
        }
        int fold = Math.floorMod(LabelledPages.hash(truth) / 2, FOLDS);
        return new Page(set, fold, choices);
    }

    private static String bare(String title) {
        return Words.bare(Normalizer.normalize(title, Normalizer.Form.NFKC));
    }

    private static Map<TitleVote.Sign, Double> train(List<Page> pages) {
        List<Page> telling = pages.stream()
                .filter(page -> page.choices().stream().anyMatch(Choice::right)
                        && !page.choices().stream().allMatch(Choice::right))
                .toList();
        Map<TitleVote.Sign, Double> weights = new EnumMap<>(TitleVote.Sign.class);
        for (TitleVote.Sign sign : TitleVote.Sign.values()) {
            weights.put(sign, 0.0);
        }
        for (int step = 0; step < STEPS; step++) {
            Map<TitleVote.Sign, Double> slope = slope(telling, weights);
            slope.forEach((sign, value) -> {
                double moved = weights.getOrDefault(sign, 0.0)
                        + RATE * (value - PENALTY * weights.getOrDefault(sign, 0.0)) / telling.size();
                weights.put(sign, sign.name().startsWith("IN_") ? Math.max(0, moved) : moved);
            });
        }
        return weights;
    }

    private static Map<TitleVote.Sign, Double> slope(List<Page> pages, Map<TitleVote.Sign, Double> weights) {
        Map<TitleVote.Sign, Double> slope = new EnumMap<>(TitleVote.Sign.class);
        for (Page page : pages) {
            double[] odds = page.choices().stream()
                    .mapToDouble(choice -> Math.exp(votes(choice, weights)))
                    .toArray();
            double all = 0;
            double right = 0;
            for (int i = 0; i < odds.length; i++) {
                all += odds[i];
                right += page.choices().get(i).right() ? odds[i] : 0;
            }
            for (int i = 0; i < odds.length; i++) {
                double pull = (page.choices().get(i).right() ? odds[i] / right : 0) - odds[i] / all;
                double scaled = pull * SETS.getOrDefault(page.set(), 1.0);
                page.choices().get(i).signs().forEach((sign, value) -> slope.merge(sign, scaled * value, Double::sum));
            }
        }
        return slope;
    }

    private static double votes(Choice choice, Map<TitleVote.Sign, Double> weights) {
        return choice.signs().entrySet().stream()
                .mapToDouble(sign -> sign.getValue() * weights.getOrDefault(sign.getKey(), 0.0))
                .sum();
    }

    private static boolean isRight(Page page, Map<TitleVote.Sign, Double> weights) {
        Choice best = null;
        for (Choice choice : page.choices()) {
            best = best == null || votes(choice, weights) > votes(best, weights) ? choice : best;
        }
        return best != null && best.right();
    }
}
