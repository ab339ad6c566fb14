package org.claimwatch.analysis.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/**
 * An encoder's files on the class path, ready to run: its weights, its settings and the vocabulary that all share.
 *
 * <p>One thread a call, any number of calls at once.
 */
record OnnxFile(OrtEnvironment environment, OrtSession session, Properties settings) {
    private static final String VOCABULARY = "encoder/bert-uncased.vocab.txt";

    static OnnxFile load(String name) {
        return new OnnxFile(runtime(), session(name, weights(name)), settings(name));
    }

    /**
     * An encoder in two pieces, its first layers and the others.
     *
     * @param cut the setting that names the value which the first piece hands to the second
     */
    static List<OnnxFile> loadInTwo(String name, String cut) {
        Properties settings = settings(name);
        String between = settings.getProperty(cut);
        byte[] weights = weights(name);
        return List.of(
                new OnnxFile(runtime(), session(name, OnnxGraph.part(weights, null, between)), settings),
                new OnnxFile(runtime(), session(name, OnnxGraph.part(weights, between, null)), settings));
    }

    private static OrtEnvironment runtime() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "claimwatch");
    }

    private static OrtSession session(String name, byte[] weights) {
        try (SessionOptions options = new SessionOptions()) {
            // The machine's cores are for other articles; what a call needs it gives back.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return runtime().createSession(weights, options);
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder " + name + " cannot be run on this machine", e);
        }
    }

    private static byte[] weights(String name) {
        try (InputStream weights = resource("encoder/" + name + ".onnx")) {
            return weights.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The weights of the encoder " + name + " cannot be read", e);
        }
    }

    private static Properties settings(String name) {
        try (InputStream lines = resource("encoder/" + name + ".properties")) {
            Properties settings = new Properties();
            settings.load(lines);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of the encoder " + name + " cannot be read", e);
        }
    }

    /** The vocabulary as it stands, one piece a line. */
    static List<String> vocabularyLines() {
        try (InputStream lines = resource(VOCABULARY)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The vocabulary of the encoders cannot be read", e);
        }
    }

    static WordPieces vocabulary() {
        try (InputStream lines = resource(VOCABULARY)) {
            return WordPieces.read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("The vocabulary of the encoders cannot be read", e);
        }
    }

    private static InputStream resource(String path) {
        InputStream in = OnnxFile.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException(path + " is not on the class path");
        }
        return in;
    }
}
