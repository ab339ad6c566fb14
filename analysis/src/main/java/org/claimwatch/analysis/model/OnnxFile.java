package org.claimwatch.analysis.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * An encoder's files on the class path, ready to run: its weights, its settings and the vocabulary that all share.
 *
 * <p>One thread a call, any number of calls at once.
 */
record OnnxFile(OrtEnvironment environment, OrtSession session, Properties settings) {
    private static final String VOCABULARY = "encoder/bert-uncased.vocab.txt";

    static OnnxFile load(String name) {
        try (InputStream weights = resource("encoder/" + name + ".onnx");
                InputStream lines = resource("encoder/" + name + ".properties")) {
            Properties settings = new Properties();
            settings.load(lines);
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "claimwatch");
            try (SessionOptions options = new SessionOptions()) {
                // The machine's cores are for other articles; what a call needs it gives back.
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setCPUArenaAllocator(false);
                options.setMemoryPatternOptimization(false);
                return new OnnxFile(environment, environment.createSession(weights.readAllBytes(), options), settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder " + name + " cannot be read", e);
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder " + name + " cannot be run on this machine", e);
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
