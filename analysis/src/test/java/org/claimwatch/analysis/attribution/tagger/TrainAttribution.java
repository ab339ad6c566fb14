package org.claimwatch.analysis.attribution.tagger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimwatch.analysis.attribution.tagger.FirstReading.Cue;
import org.claimwatch.analysis.model.CrfTrainer;
import org.claimwatch.analysis.model.LinearChainCrf;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.model.RoleSpan;

/** Trains the attribution model on PolNeAR; the model card beside the model says how to run it. */
final class TrainAttribution {
    private static final CrfTrainer.Settings SETTINGS = new CrfTrainer.Settings(3, 5, 0.02f, 0.4f, 1);
    private static final int FEATURES = 350_000;
    /** The second pass learns from what the first says of articles that it has not seen. */
    private static final int FOLDS = 3;
    /** The ratings are learnt on one article in ten, from passes that learnt on the others. */
    private static final int RATING_PARTS = 10;

    private static final int ALL = -1;

    private TrainAttribution() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("Usage: TrainAttribution TRAIN.jsonl.gz MODEL");
            System.exit(2);
        }
        List<AnnotatedParagraph> all = AnnotatedParagraph.read(Path.of(args[0]), OpenNlpPosTagger.english());
        List<AnnotatedParagraph> most =
                all.stream().filter(p -> p.part(RATING_PARTS) != 0).toList();
        List<AnnotatedParagraph> rest =
                all.stream().filter(p -> p.part(RATING_PARTS) == 0).toList();
        RatingTrainer ratings = new RatingTrainer(new FieldPasses(trained(most), OpenNlpPosTagger.english()), rest);
        AttributionModel whole = trained(all);
        try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
            new AttributionModel(
                            whole.cueWords(),
                            whole.roles(),
                            whole.arguments(),
                            ratings.spanRatings(),
                            ratings.linkRating())
                    .write(out);
        }
    }

    /** A model that has no ratings yet. */
    private static AttributionModel trained(List<AnnotatedParagraph> paragraphs) {
        CueWords cueWords = cueWords(paragraphs);
        List<Context> contexts = paragraphs.stream()
                .map(p -> new Context(p.paragraph(), cueWords))
                .toList();
        LinearChainCrf arguments = arguments(paragraphs, contexts, firstReadings(paragraphs, contexts));
        return new AttributionModel(
                cueWords, roles(paragraphs, contexts, ALL), arguments, List.of(), new Rating(new double[0]));
    }

    private static CueWords cueWords(List<AnnotatedParagraph> paragraphs) {
        Map<String, int[]> counts = new HashMap<>();
        for (AnnotatedParagraph p : paragraphs) {
            boolean[] inCue = new boolean[p.paragraph().length()];
            p.flat().stream()
                    .filter(span -> span.role() == Role.CUE.number())
                    .forEach(span -> Arrays.fill(inCue, span.start(), span.end(), true));
            for (int i = 0; i < inCue.length; i++) {
                int[] count = counts.computeIfAbsent(p.paragraph().lower[i], k -> new int[2]);
                count[0]++;
                count[1] += inCue[i] ? 1 : 0;
            }
        }
        Map<String, Integer> grades = new TreeMap<>();
        counts.forEach((word, count) -> {
            double share = count[1] / (count[0] + 1.0);
            int grade = share < .1 ? 0 : share < .25 ? 1 : share < .5 ? 2 : share < .75 ? 3 : 4;
            if (count[0] >= 3 && grade > 0 && word.length() > 2 && Character.isLetter(word.charAt(0))) {
                grades.put(word, grade);
            }
        });
        return new CueWords(grades);
    }

    private static List<FirstReading> firstReadings(List<AnnotatedParagraph> train, List<Context> contexts) {
        FirstReading[] readings = new FirstReading[train.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            LinearChainCrf crf = roles(train, contexts, fold);
            for (int i = 0; i < readings.length; i++) {
                if (train.get(i).part(FOLDS) == fold) {
                    Context context = contexts.get(i);
                    readings[i] = new FirstReading(crf.mark(RoleFeatures.of(context)), context.paragraph.length());
                }
            }
        }
        return List.of(readings);
    }

    /** The first pass without one fold. */
    private static LinearChainCrf roles(List<AnnotatedParagraph> train, List<Context> contexts, int without) {
        System.err.println(without == ALL ? "The first pass" : "The first pass, without fold " + without);
        CrfTrainer trainer = new CrfTrainer(Role.values().length, SETTINGS);
        for (int i = 0; i < train.size(); i++) {
            if (train.get(i).part(FOLDS) != without) {
                trainer.add(RoleFeatures.of(contexts.get(i)), train.get(i).flat());
            }
        }
        return trainer.train(FEATURES);
    }

    private static LinearChainCrf arguments(
            List<AnnotatedParagraph> train, List<Context> contexts, List<FirstReading> first) {
        System.err.println("The second pass");
        CrfTrainer trainer = new CrfTrainer(ArgumentReading.ROLES.size(), SETTINGS);
        for (int i = 0; i < train.size(); i++) {
            for (Cue cue : first.get(i).cues()) {
                Outward outward = new Outward(contexts.get(i).paragraph, first.get(i), cue);
                trainer.add(
                        new ArgumentFeatures(contexts.get(i), first.get(i), cue, outward).places(),
                        arguments(train.get(i), cue, outward));
            }
        }
        return trainer.train(FEATURES);
    }

    /** The source and content of the attribution whose cue overlaps most; none if there is none. */
    private static List<RoleSpan> arguments(AnnotatedParagraph paragraph, Cue cue, Outward outward) {
        Map<Role, List<RoleSpan>> best = Map.of();
        double most = 0;
        for (Map<Role, List<RoleSpan>> attribution : paragraph.attributions()) {
            int common = 0;
            int union = cue.end() - cue.start();
            for (RoleSpan span : attribution.getOrDefault(Role.CUE, List.of())) {
                int shared = Math.max(0, Math.min(span.end(), cue.end()) - Math.max(span.start(), cue.start()));
                common += shared;
                union += span.length() - shared;
            }
            if ((double) common / union > most) {
                most = (double) common / union;
                best = attribution;
            }
        }
        List<RoleSpan> spans = new ArrayList<>();
        RoleSpan itself = new RoleSpan(-1, cue.start() - outward.start, cue.end() - outward.start, 1);
        for (int role = 0; role < ArgumentReading.ROLES.size(); role++) {
            for (RoleSpan span : best.getOrDefault(ArgumentReading.ROLES.get(role), List.of())) {
                int start = Math.max(span.start(), outward.start) - outward.start;
                int end = Math.min(span.end(), outward.end) - outward.start;
                RoleSpan within = new RoleSpan(role, start, end, 1);
                if (start < end && !within.overlaps(itself) && spans.stream().noneMatch(within::overlaps)) {
                    spans.add(within);
                }
            }
        }
        return spans;
    }
}
