package org.claimwatch.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimwatch.analysis.model.Classifier;
import org.claimwatch.analysis.model.Classifier.Task;
import org.claimwatch.analysis.model.EncoderInput;
import org.claimwatch.analysis.model.EncoderInputs;
import org.claimwatch.analysis.model.OnnxEncoder;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.TextSpan;

/** Reads English stances with the fine-tuned encoder, which sees the holder's words alone and the target marked in them. */
public final class EncoderStanceReader implements StanceReader {
    private final EncoderInputs inputs;
    private final Classifier classifier;
    private final StanceReader lexicon;

    EncoderStanceReader(EncoderInputs inputs, Classifier classifier, StanceReader lexicon) {
        this.inputs = inputs;
        this.classifier = classifier;
        this.lexicon = lexicon;
    }

    /** English with the encoder, which the lexicon may doubt; other languages as far as the lexicon reads them. */
    public static EncoderStanceReader standard() {
        OnnxEncoder encoder = OnnxEncoder.english();
        return new EncoderStanceReader(encoder.inputs(), encoder, new LexiconStanceReader());
    }

    @Override
    public Reading read(SegmentedText text, Question question) {
        if (!text.language().equals("en")) {
            return lexicon.read(text, question);
        }
        StringBuilder words = new StringBuilder();
        List<TextSpan> mentions = new ArrayList<>();
        int length = 0;
        for (TextSpan span : question.words()) {
            if (length > 0) {
                words.append(' ');
                length++;
            }
            for (TextSpan mention : question.mentions()) {
                int start = Math.max(mention.start(), span.start());
                int end = Math.min(mention.end(), span.end());
                if (start < end) {
                    mentions.add(new TextSpan(length + start - span.start(), length + end - span.start()));
                }
            }
            words.append(text.cut(span));
            length += span.end() - span.start();
        }
        EncoderInput input = inputs.target(words.toString(), mentions, question.target());
        TextSpan evidence = evidence(text, question);
        Optional<double[]> answer = classifier.side(input);
        if (answer.isEmpty()) {
            return new Reading(0, 0, 1, evidence);
        }
        Reading reading = reading(answer.get(), evidence);
        Reading doubt = lexicon.read(text, question);
        // The encoder trips over "nothing to be ashamed of": where the two disagree on the side, the side is unclear.
        boolean opposed = reading.polarity() != Polarity.NEUTRAL
                && doubt.polarity() != Polarity.NEUTRAL
                && reading.polarity() != doubt.polarity();
        return opposed ? mean(reading, doubt) : reading;
    }

    private static Reading mean(Reading one, Reading other) {
        return new Reading(
                (one.favor() + other.favor()) / 2,
                (one.against() + other.against()) / 2,
                (one.neutral() + other.neutral()) / 2,
                one.evidence());
    }

    /**
     * Reads an English text by itself.
     *
     * @param mentions code points of the text; if there are none, the text is asked about the name
     */
    public Reading read(String text, List<TextSpan> mentions, String target, TextSpan evidence) {
        EncoderInput input = inputs.target(text, mentions, target);
        return reading(classifier.classify(Task.STANCE, List.of(input)).getFirst(), evidence);
    }

    private static Reading reading(double[] answer, TextSpan evidence) {
        return new Reading(answer[0], answer[1], answer[2], evidence);
    }

    /** The sentence of the first mention, as far as it lies within the holder's words. */
    private static TextSpan evidence(SegmentedText text, Question question) {
        return question.mentions().stream()
                .flatMap(mention -> question.words().stream()
                        .filter(mention::overlaps)
                        .flatMap(span -> sentence(text, mention, span).stream()))
                .findFirst()
                .orElse(question.words().getFirst());
    }

    private static Optional<TextSpan> sentence(SegmentedText text, TextSpan mention, TextSpan within) {
        return text.sentences().stream()
                .filter(s -> s.start() < mention.end() && mention.start() < s.end())
                .filter(s -> s.start() < within.end() && within.start() < s.end())
                .findFirst()
                .map(s -> new TextSpan(Math.max(s.start(), within.start()), Math.min(s.end(), within.end())));
    }
}
