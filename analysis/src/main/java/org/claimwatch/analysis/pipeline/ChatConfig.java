package org.claimwatch.analysis.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The language model that may be asked for statements that nothing else finds; without an address there is none. */
@ConfigMapping(prefix = "claimwatch.analysis.chat")
interface ChatConfig {
    /** Of a server that speaks OpenAI's chat protocol, such as {@code http://localhost:11434/v1} of an Ollama. */
    Optional<URI> url();

    /** What that server calls the model. */
    @WithDefault("default")
    String model();

    /** Sent as a bearer token. */
    Optional<String> key();

    /** For one answer. */
    @WithDefault("20s")
    Duration timeout();

    /** For all questions about one text; the text's transaction waits for them. */
    @WithDefault("40s")
    Duration budget();
}
