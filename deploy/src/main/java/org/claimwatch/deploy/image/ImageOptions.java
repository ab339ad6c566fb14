package org.claimwatch.deploy.image;

import java.util.Optional;

/**
 * What follows {@code ./claimwatch images}.
 *
 * @param registry where to push; none writes files
 * @param base an image that brings the C library, by its digest; none takes this machine's
 */
public record ImageOptions(Optional<String> registry, Optional<String> base, boolean insecure) {
    static final String USAGE = """
            Usage: ./claimwatch images [--push REGISTRY/PATH] [--base IMAGE@sha256:DIGEST] [--insecure]
              without --push  writes deploy/target/images/claimwatch-*.tar (docker load -i, ctr images import)
              --push          to a registry; CLAIMWATCH_REGISTRY_USER and _PASSWORD sign in
              --base          an image with glibc and libstdc++ instead of this machine's
              --insecure      the registry speaks plain HTTP
            """;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static ImageOptions of(String... arguments) {
        Optional<String> registry = Optional.empty();
        Optional<String> base = Optional.empty();
        boolean insecure = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--push" -> registry = Optional.of(value(arguments, ++i));
                case "--base" -> base = Optional.of(byDigest(value(arguments, ++i)));
                case "--insecure" -> insecure = true;
                default -> throw new IllegalArgumentException("Unknown option: " + arguments[i]);
            }
        }
        return new ImageOptions(registry, base, insecure);
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " takes a value");
        }
        return arguments[at];
    }

    /** A tag may mean another image tomorrow. */
    private static String byDigest(String image) {
        if (!image.matches(".+@sha256:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("--base takes an image by its digest (name@sha256:…), not " + image);
        }
        return image;
    }
}
