package org.claimwatch.analysis.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.model.WordPieces.Piece;

/**
 * A small fine-tuned encoder that reads a stretch of words once and says of each how it plays source, cue and content,
 * and of each stretch that may be a cue which words are its source and content; data, licences and figures stand in the
 * model card beside its weights.
 *
 * <p>Both answers are linear-chain conditional random fields over what the encoder says; of a cue's arguments by the
 * product of two learnt views of the words (Dozat and Manning 2017), with a bias for how far a word stands from the cue.
 */
public final class AttributionEncoder {
    private static final String NAME = "attribution-en-2";
    /** Source, cue and content. */
    private static final int ROLES = 3;
    /** Source and content of a given cue. */
    private static final int ARGUMENTS = 2;
    /** Places that the encoder tells apart. */
    private static final int MOST_PIECES = 512;

    private static final int[] DISTANCES = {1, 2, 3, 4, 6, 9, 16, 31};

    private final OnnxFile file;
    private final WordPieces words;
    private final int begin;
    private final int end;
    private final int unknown;
    private final float[] roleTransitions;
    private final float[] argumentTransitions;
    private final float[] distances;

    private AttributionEncoder(OnnxFile file, WordPieces words) {
        this.file = file;
        this.words = words;
        begin = words.id("[CLS]");
        end = words.id("[SEP]");
        unknown = words.id("[UNK]");
        roleTransitions = floats("transitions.roles");
        argumentTransitions = floats("transitions.arguments");
        distances = floats("distances");
    }

    /** The English encoder; loaded, which takes some hundred milliseconds, when it is first asked for. */
    public static AttributionEncoder english() {
        return English.ENCODER;
    }

    /** Numbers that came with the weights. */
    public double[] settings(String key) {
        return Arrays.stream(file.settings().getProperty(key).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private float[] floats(String key) {
        double[] numbers = settings(key);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /**
     * Reads words that follow each other, at most some two hundred.
     *
     * @param read words as the Penn Treebank cuts them, with curly quotation marks
     */
    public Words read(List<String> read) {
        List<Integer> ids = new ArrayList<>();
        long[] first = new long[read.size()];
        ids.add(begin);
        List<List<Piece>> pieces = read.stream().map(words::cut).toList();
        // Words of so many pieces are no prose, and their first pieces have to do.
        boolean all = pieces.stream().mapToInt(List::size).sum() <= MOST_PIECES - 2 - read.size();
        for (int i = 0; i < first.length && ids.size() < MOST_PIECES - 1; i++) {
            first[i] = ids.size();
            List<Piece> own = pieces.get(i);
            if (own.isEmpty()) {
                ids.add(unknown);
            } else {
                own.subList(0, all ? own.size() : 1).forEach(piece -> ids.add(piece.id()));
            }
        }
        ids.add(end);
        return run(ids.stream().mapToLong(Integer::longValue).toArray(), first);
    }

    private Words run(long[] ids, long[] first) {
        try (OnnxTensor idsIn =
                        OnnxTensor.createTensor(file.environment(), LongBuffer.wrap(ids), new long[] {1, ids.length});
                OnnxTensor firstIn =
                        OnnxTensor.createTensor(file.environment(), LongBuffer.wrap(first), new long[] {first.length});
                OrtSession.Result result = file.session().run(Map.of("ids", idsIn, "first", firstIn))) {
            return new Words(
                    table(result, "roles"), table(result, "cue"), table(result, "argument"), table(result, "bias"));
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder " + NAME + " failed on " + ids.length + " pieces", e);
        }
    }

    private static float[][] table(OrtSession.Result result, String name) throws OrtException {
        return (float[][]) result.get(name).orElseThrow().getValue();
    }

    /** What the encoder says of the words of one stretch. */
    public final class Words {
        private final float[][] roles;
        private final float[][] cue;
        private final float[][] argument;
        private final float[][] bias;

        private Words(float[][] roles, float[][] cue, float[][] argument, float[][] bias) {
            this.roles = roles;
            this.cue = cue;
            this.argument = argument;
            this.bias = bias;
        }

        /** The spans of source (role 0), cue (1) and content (2). */
        public Marking roles() {
            int n = roles[0].length;
            float[] emissions = new float[roles.length * n];
            for (int t = 0; t < roles.length; t++) {
                System.arraycopy(roles[t], 0, emissions, t * n, n);
            }
            return CrfLattice.of(ROLES, emissions, roleTransitions);
        }

        /**
         * The spans of source (role 0) and content (1) of a cue.
         *
         * @param from its first word
         * @param to the word after its last
         */
        public Marking arguments(int from, int to) {
            float[] view = new float[cue[0].length];
            for (int t = from; t < to; t++) {
                for (int k = 0; k < view.length; k++) {
                    view[k] += cue[t][k] / (to - from);
                }
            }
            int n = bias[0].length;
            int width = view.length / (n - 1);
            float[] emissions = new float[argument.length * n];
            for (int t = 0; t < argument.length; t++) {
                emissions[t * n] = bias[t][0];
                int far = step(t, from, to) * (n - 1);
                for (int label = 1; label < n; label++) {
                    float sum = 0;
                    for (int k = (label - 1) * width; k < label * width; k++) {
                        sum += view[k] * argument[t][k];
                    }
                    emissions[t * n + label] =
                            bias[t][label] + (float) (sum / Math.sqrt(width)) + distances[far + label - 1];
                }
            }
            return CrfLattice.of(ARGUMENTS, emissions, argumentTransitions);
        }

        /** How far a word stands before (less) or after the cue, in steps from 0; the cue's own are in the middle. */
        private static int step(int t, int from, int to) {
            int distance = t < from ? from - t : Math.max(0, t - to + 1);
            int steps = 0;
            while (steps < DISTANCES.length && distance >= DISTANCES[steps]) {
                steps++;
            }
            return DISTANCES.length + (t < from ? -steps : steps);
        }
    }

    /** Holds the one encoder of the process. */
    private static final class English {
        static final AttributionEncoder ENCODER = new AttributionEncoder(OnnxFile.load(NAME), OnnxFile.vocabulary());
    }
}
