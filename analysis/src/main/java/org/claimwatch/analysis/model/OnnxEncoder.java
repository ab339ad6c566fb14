package org.claimwatch.analysis.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A small fine-tuned encoder with a head for each task, run by ONNX Runtime; its data, licences and figures stand in the
 * model card beside its weights.
 *
 * <p>One thread a call, any number of calls at once. The weights are loaded once for the whole process.
 */
public final class OnnxEncoder implements Classifier {
    private static final String NAME = "encoder-en-2";

    /** The setting that says where the first layers end. */
    private static final String CUT = "glance.after";

    /** The first layers, whose answer often suffices, and those that read on. */
    private final OnnxFile first;

    private final OnnxFile others;
    private final String between;
    private final Glance glance;
    private final EncoderInputs inputs;

    /** What the scores of each task are divided by, so that a probability of .7 is right 7 times in 10 (Guo et al. 2017). */
    private final Map<Task, Double> temperatures = new EnumMap<>(Task.class);

    private OnnxEncoder(OnnxFile first, OnnxFile others, WordPieces words) {
        this.first = first;
        this.others = others;
        between = first.settings().getProperty(CUT);
        glance = Glance.read(first.settings());
        inputs = new EncoderInputs(words);
        for (Task task : Task.values()) {
            String key = "temperature." + task.name().toLowerCase(Locale.ROOT);
            temperatures.put(task, Double.valueOf(first.settings().getProperty(key)));
        }
    }

    /** The English encoder; loaded, which takes some hundred milliseconds, when it is first asked for. */
    public static OnnxEncoder english() {
        return English.ENCODER;
    }

    /** Writes down what this encoder reads. */
    public EncoderInputs inputs() {
        return inputs;
    }

    @Override
    public List<double[]> classify(Task task, List<EncoderInput> asked) {
        // One by one: the scale of the eight-bit numbers is taken from what runs together, and no answer may hang on
        // its neighbours.
        return asked.stream()
                .map(input -> run(task, input, places -> true).orElseThrow())
                .toList();
    }

    @Override
    public Optional<double[]> side(EncoderInput input) {
        return run(Task.STANCE, input, places -> glance.expects(places, input.marks()));
    }

    /** @param on whether to read on after the first layers */
    private Optional<double[]> run(Task task, EncoderInput input, Predicate<float[][]> on) {
        LongBuffer ids = LongBuffer.allocate(input.length());
        FloatBuffer marks = FloatBuffer.allocate(input.length());
        for (int i = 0; i < input.length(); i++) {
            ids.put(i, input.ids()[i]);
            marks.put(i, input.marks()[i] ? 1 : 0);
        }
        long[] shape = {1, input.length()};
        try (OnnxTensor idsIn = OnnxTensor.createTensor(first.environment(), ids, shape);
                OnnxTensor marksIn = OnnxTensor.createTensor(first.environment(), marks, shape);
                OrtSession.Result half = first.session().run(Map.of("ids", idsIn, "marks", marksIn))) {
            OnnxTensor places = (OnnxTensor) half.get(0);
            if (!on.test(((float[][][]) places.getValue())[0])) {
                return Optional.empty();
            }
            try (OrtSession.Result result = others.session()
                    .run(
                            Map.of("marks", marksIn, between, places),
                            Set.of(task.name().toLowerCase(Locale.ROOT)))) {
                float[] scores = ((float[][]) result.get(0).getValue())[0];
                return Optional.of(probabilities(scores, temperatures.getOrDefault(task, 1.0)));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder " + NAME + " failed on " + input.length() + " pieces", e);
        }
    }

    private static double[] probabilities(float[] scores, double temperature) {
        double[] values = new double[scores.length];
        double most = IntStream.range(0, scores.length)
                .mapToDouble(i -> scores[i])
                .max()
                .orElseThrow();
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            values[i] = Math.exp((scores[i] - most) / temperature);
            sum += values[i];
        }
        for (int i = 0; i < scores.length; i++) {
            values[i] /= sum;
        }
        return values;
    }

    private static OnnxEncoder load() {
        List<OnnxFile> pieces = OnnxFile.loadInTwo(NAME, CUT);
        return new OnnxEncoder(pieces.getFirst(), pieces.getLast(), OnnxFile.vocabulary());
    }

    /** Holds the one encoder of the process. */
    private static final class English {
        static final OnnxEncoder ENCODER = load();
    }
}
