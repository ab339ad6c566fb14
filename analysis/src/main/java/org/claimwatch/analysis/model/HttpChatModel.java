package org.claimwatch.analysis.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a server that speaks OpenAI's chat protocol, as Ollama, vLLM and llama.cpp do; one question, one bounded answer. */
public final class HttpChatModel implements ChatModel {
    /** Bytes: answers to a passage have a hundredth of that. */
    private static final long LONGEST = 256 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final String model;
    private final @Nullable String key;
    private final Duration timeout;

    /**
     * A model on a server.
     *
     * @param base such as {@code http://localhost:11434/v1}
     * @param key sent as a bearer token; null for a server that wants none
     * @param timeout for a whole answer
     */
    public HttpChatModel(URI base, String model, @Nullable String key, Duration timeout) {
        this.address = URI.create(base.toString().replaceAll("/+$", "") + "/chat/completions");
        this.model = model;
        this.key = key;
        this.timeout = timeout;
    }

    @Override
    public String answer(String instruction, String text) throws ChatFailedException {
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(
                request(instruction, text), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
        try {
            HttpResponse<byte[]> response = asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new ChatFailedException(
                        "The language model at %s answered with status %d".formatted(address, response.statusCode()));
            }
            JsonNode said = JSON.readTree(response.body())
                    .path("choices")
                    .path(0)
                    .path("message")
                    .path("content");
            if (!said.isTextual()) {
                throw new ChatFailedException("The language model at " + address + " answered in another protocol");
            }
            return said.asText();
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new ChatFailedException(
                    "The language model at %s did not answer within %s".formatted(address, timeout), e);
        } catch (ExecutionException e) {
            throw new ChatFailedException(
                    "The language model at %s could not be asked: %s".formatted(address, e.getCause()), e);
        } catch (IOException e) {
            throw new ChatFailedException("The language model at " + address + " answered what is no JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatFailedException("Interrupted while the language model was asked", e);
        }
    }

    private HttpRequest request(String instruction, String text) throws ChatFailedException {
        ObjectNode body = JSON.createObjectNode().put("model", model).put("temperature", 0);
        ArrayNode messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", instruction);
        messages.addObject().put("role", "user").put("content", text);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            return (key == null ? request : request.header("Authorization", "Bearer " + key)).build();
        } catch (JsonProcessingException e) {
            throw new ChatFailedException("A passage cannot be written as JSON", e);
        }
    }
}
