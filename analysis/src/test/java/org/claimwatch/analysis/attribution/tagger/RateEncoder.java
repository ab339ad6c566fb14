package org.claimwatch.analysis.attribution.tagger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.claimwatch.analysis.model.AttributionEncoder;
import org.claimwatch.analysis.model.OpenNlpPosTagger;

/**
 * Prints how far the attribution encoder is to be trusted, as lines of its settings, from the tenth of PolNeAR's training
 * articles that its training left out; the model card beside the weights says how to run it.
 */
final class RateEncoder {
    private static final int PARTS = 10;

    private RateEncoder() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Usage: RateEncoder TRAIN.jsonl.gz");
            System.exit(2);
        }
        List<AnnotatedParagraph> unseen = AnnotatedParagraph.read(Path.of(args[0]), OpenNlpPosTagger.english()).stream()
                .filter(p -> isLeftOut(p.article()))
                .toList();
        RatingTrainer trainer = new RatingTrainer(new EncoderPasses(AttributionEncoder.english()), unseen);
        for (Role role : Role.values()) {
            print("rating." + role.key(), trainer.spanRatings().get(role.number()));
        }
        print("rating.link", trainer.linkRating());
    }

    private static void print(String key, Rating rating) {
        StringBuilder line = new StringBuilder(key).append('=');
        for (double weight : rating.weights()) {
            line.append(String.format(Locale.ROOT, "%.4f ", weight));
        }
        System.out.println(line.toString().strip());
    }

    /** As `items.py` has it. */
    private static boolean isLeftOut(String article) {
        CRC32 crc = new CRC32();
        crc.update(article.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % PARTS == 0;
    }
}
