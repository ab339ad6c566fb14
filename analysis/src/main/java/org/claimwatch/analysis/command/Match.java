package org.claimwatch.analysis.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.claim.ClaimReranker;
import org.claimwatch.analysis.claim.ClaimSearch;
import org.claimwatch.analysis.claim.ClaimSearch.Hit;
import org.claimwatch.analysis.claim.EncoderClaimRelater;
import org.claimwatch.analysis.claim.MatchConfidence;
import org.claimwatch.analysis.segment.LanguageGuess;
import org.jspecify.annotations.Nullable;

/** {@code match}: the known claims that texts repeat, best first, each with how likely it is the one. */
public final class Match {
    private static final String USAGE = "match --claims FILE --top N FILE...";

    private Match() {}

    public static void main(String[] args) {
        @Nullable String claims = null;
        int top = 100;
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--claims") && i + 1 < args.length) {
                claims = args[++i];
            } else if (args[i].equals("--top") && i + 1 < args.length && args[i + 1].matches("[1-9]\\d{0,6}")) {
                top = Integer.parseInt(args[++i]);
            } else {
                rest.add(args[i]);
            }
        }
        List<String> files = JsonLines.files(
                claims == null || rest.stream().anyMatch(f -> f.startsWith("--"))
                        ? new String[0]
                        : rest.toArray(String[]::new),
                USAGE);
        ClaimSearch search = new ClaimSearch();
        if (claims == null || !read(claims, search)) {
            System.exit(2);
        }
        System.exit(JsonLines.run(files, step(search, top)));
    }

    static JsonLines.Step step(ClaimSearch search, int top) {
        ClaimReranker reranker = new ClaimReranker(new EncoderClaimRelater());
        return (input, output) -> rank(search, reranker, top, input, output);
    }

    /** Without all of its claims a search would answer wrongly: one that cannot be read ends the command. */
    static boolean read(String file, ClaimSearch search) {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(Path.of(file))) {
            String line;
            while ((line = lines.readLine()) != null) {
                number++;
                if (!line.isBlank()) {
                    JsonNode claim = JsonLines.JSON.readTree(line);
                    if (!claim.path("id").isValueNode() || claim.path("id").isNull()) {
                        throw new IllegalArgumentException("the claim has no \"id\"");
                    }
                    search.add(
                            claim.path("id").asText(),
                            JsonLines.required(claim, "text"),
                            claim.path("title").asText(""));
                }
            }
            return true;
        } catch (JsonProcessingException e) {
            System.err.println("Cannot read claims from " + file + ", line " + number + ": " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            System.err.println("Cannot read claims from " + file + ", line " + number + ": " + e.getMessage());
        } catch (IOException e) {
            System.err.println("Cannot read claims from " + file + " after line " + number + ": " + e);
        }
        return false;
    }

    private static void rank(ClaimSearch search, ClaimReranker reranker, int top, JsonNode input, ObjectNode output) {
        String query = JsonLines.required(input, "text");
        List<Hit> found = search.rank(query, Math.max(top, ClaimReranker.READ));
        List<Hit> sure = LanguageGuess.of(null, query).equals("en")
                ? MatchConfidence.READ.of(reranker.rerank(query, found))
                : MatchConfidence.WORDS.of(found);
        ArrayNode ranking = output.putArray("ranking");
        sure.stream()
                .limit(top)
                .forEach(hit -> ranking.addObject().put("id", hit.id()).put("score", hit.score()));
    }
}
