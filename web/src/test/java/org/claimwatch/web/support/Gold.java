package org.claimwatch.web.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labelled articles of the sample press, and what can be counted in them. */
public record Gold(List<GoldArticle> articles, List<GoldClaim> claims) {
    private static final Path PRESS = Path.of("../deploy/local/sample-press");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldOutlet(String name, String domain, String country, String language, String ownership) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldArticle(
            String id,
            GoldOutlet outlet,
            String url,
            OffsetDateTime published,
            String section,
            String author,
            String title,
            String text,
            List<GoldStatement> statements,
            List<GoldStance> outletStances,
            String story) {
        public Instant at() {
            return published.toInstant();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldSpeaker(String name, String affiliation, String kind, List<Integer> mention) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldHop(String kind, String name, List<Integer> span) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldStance(String target, String polarity, List<Integer> evidence) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldStatement(
            String id,
            GoldSpeaker speaker,
            List<Integer> cue,
            List<List<Integer>> content,
            String form,
            List<GoldHop> chain,
            List<GoldStance> stances,
            String claim,
            String polarity) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldRelation(String to, String kind) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldClaim(String id, String text, boolean checkWorthy, List<GoldRelation> relations) {}

    public static Gold read() {
        return new Gold(
                lines("articles.jsonl", GoldArticle.class).stream()
                        .sorted(Comparator.comparing(GoldArticle::at))
                        .toList(),
                lines("claims.jsonl", GoldClaim.class));
    }

    /** The newest version of every article: the one that pages show. */
    public List<GoldArticle> current() {
        Map<String, GoldArticle> newest = articles.stream()
                .collect(Collectors.toMap(GoldArticle::url, Function.identity(), (older, newer) -> newer));
        return articles.stream().filter(a -> a.equals(newest.get(a.url()))).toList();
    }

    public Stream<GoldStatement> statements() {
        return current().stream().flatMap(a -> a.statements().stream());
    }

    public Set<String> claimsIn(Instant from, Instant to) {
        return current().stream()
                .filter(a -> !a.at().isBefore(from) && a.at().isBefore(to))
                .flatMap(a -> a.statements().stream())
                .map(GoldStatement::claim)
                .filter(claim -> claim != null)
                .collect(Collectors.toSet());
    }

    private static <T> List<T> lines(String file, Class<T> type) {
        try (Stream<String> lines = Files.lines(PRESS.resolve(file))) {
            return lines.map(line -> parse(line, type)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The sample press is part of the project: " + PRESS, e);
        }
    }

    private static <T> T parse(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
