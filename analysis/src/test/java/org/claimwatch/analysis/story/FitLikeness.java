package org.claimwatch.analysis.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.claimwatch.analysis.story.EcbPlus.Article;
import org.claimwatch.analysis.story.StoryClusterer.Known;
import org.claimwatch.analysis.support.BCubed;

/**
 * Fits the weights of {@link Likeness} on the pairs of articles of ECB+, and measures them on topics that they have not seen: a
 * pair is read by weights that were fitted without the topics of both.
 *
 * <p>It looks for ECB+ beside the project; {@code --small} reads everything in small letters, {@code --out FILE} writes the
 * stories in the form of {@code cluster}, for its scorer.
 */
public final class FitLikeness {
    private static final int FOLDS = 6;

    /** What a pair of two topics counts beside one of one topic: there are a hundred of them for each. */
    private static final double EASY = 0.05;

    private record Pair(int first, int second, List<Double> features) {}

    private final List<Article> articles;
    private final boolean small;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, Integer> folds = new HashMap<>();
    private final List<String> labels = new ArrayList<>();

    private FitLikeness(List<Article> articles, boolean small) {
        this.articles = articles;
        this.small = small;
        List<String> topics = new ArrayList<>(
                articles.stream().map(Article::topic).distinct().sorted().toList());
        Collections.shuffle(topics, new Random(3));
        topics.forEach(topic -> folds.put(topic, folds.size() % FOLDS));
    }

    public static void main(String[] args) throws IOException {
        FitLikeness fit = new FitLikeness(EcbPlus.read(), List.of(args).contains("--small"));
        fit.compare();
        System.out.println("weights " + Arrays.toString(Regression.fit(fit.rows(-1, -1))));
        fit.measure();
        int out = List.of(args).indexOf("--out");
        if (out >= 0) {
            Files.write(Path.of(args[out + 1]), fit.lines());
        }
    }

    private int fold(int article) {
        return folds.getOrDefault(articles.get(article).topic(), -1);
    }

    /** As they would be compared when the later one arrives. */
    private void compare() {
        List<Known> earlier = new ArrayList<>();
        for (Article article : articles) {
            String text = small ? article.text().toLowerCase(Locale.ROOT) : article.text();
            Likeness likeness = new Likeness(new Rarity(earlier));
            Likeness.Weighed own = likeness.weighed(Profiles.of(null, text, null));
            for (int first = 0; first < earlier.size(); first++) {
                Likeness.Weighed other = likeness.weighed(earlier.get(first).profile());
                pairs.add(new Pair(first, earlier.size(), asList(likeness.features(other, own))));
            }
            earlier.add(new Known(earlier.size(), own.profile()));
        }
    }

    /** Labelled pairs without those of two folds; of those of two topics a tenth, which counts ten times. */
    private List<Regression.Row> rows(int without, int withoutToo) {
        List<Regression.Row> rows = new ArrayList<>();
        for (int n = 0; n < pairs.size(); n++) {
            Pair pair = pairs.get(n);
            boolean hard = articles.get(pair.first)
                    .topic()
                    .equals(articles.get(pair.second).topic());
            boolean seen =
                    IntStream.of(fold(pair.first), fold(pair.second)).anyMatch(f -> f == without || f == withoutToo);
            if (!seen && (hard || n % 10 == 0)) {
                boolean same = story(pair.first).equals(story(pair.second));
                rows.add(new Regression.Row(pair.features, same, hard ? 1 : 10 * EASY));
            }
        }
        return rows;
    }

    private void measure() {
        int size = articles.size();
        double[][] odds = new double[size][size];
        for (int one = 0; one < FOLDS; one++) {
            for (int two = one; two < FOLDS; two++) {
                double[] weights = Regression.fit(rows(one, two));
                int low = one;
                int high = two;
                pairs.stream()
                        .filter(p -> Math.min(fold(p.first), fold(p.second)) == low
                                && Math.max(fold(p.first), fold(p.second)) == high)
                        .forEach(p -> odds[p.second][p.first] = Regression.logOdds(weights, p.features));
            }
        }
        for (double least : new double[] {-1.6, -0.8, -0.4, 0, LikelyStoryClusterer.LEAST}) {
            report(odds, least);
        }
    }

    /** Gathers as the product does, but with these log-odds, and prints B³ and what placements are worth. */
    private void report(double[][] odds, double least) {
        List<List<Integer>> found = new ArrayList<>();
        labels.clear();
        List<Regression.Row> placements = new ArrayList<>();
        for (int later = 0; later < articles.size(); later++) {
            int best = found.size();
            double highest = least;
            for (int story = 0; story < found.size(); story++) {
                double[] row = odds[later];
                double mean = found.get(story).stream()
                        .mapToDouble(i -> row[i])
                        .average()
                        .orElse(highest);
                if (mean > highest) {
                    highest = mean;
                    best = story;
                }
            }
            if (best == found.size()) {
                found.add(new ArrayList<>());
            } else {
                placements.add(new Regression.Row(List.of(highest), most(found.get(best), story(later)), 1));
            }
            found.get(best).add(later);
            labels.add(Integer.toString(best));
        }
        double[] worth = Regression.fit(placements);
        double f1 = BCubed.f1(articles.stream().map(Article::story).toList(), labels);
        System.out.printf(Locale.ROOT, "least %.1f: B3 F1 %.3f, %d stories; ", least, f1, found.size());
        System.out.printf(Locale.ROOT, "a placement is right with log-odds %.2f * mean + %.2f%n", worth[0], worth[1]);
    }

    private static List<Double> asList(double[] features) {
        return Arrays.stream(features).boxed().toList();
    }

    private List<String> lines() {
        return IntStream.range(0, labels.size())
                .mapToObj(i -> "{\"id\":\"%s\",\"story\":\"%s\"}"
                        .formatted(articles.get(i).id(), labels.get(i)))
                .toList();
    }

    private boolean most(List<Integer> found, String story) {
        return 2 * found.stream().filter(i -> story(i).equals(story)).count() > found.size();
    }

    private String story(int article) {
        return articles.get(article).story();
    }
}
