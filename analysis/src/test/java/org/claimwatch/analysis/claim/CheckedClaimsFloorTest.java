package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.claimwatch.analysis.claim.ClaimSearch.Hit;
import org.claimwatch.analysis.support.CommittedFigures;
import org.junit.jupiter.api.Test;

/** A floor under {@code match} on the development tweets of CLEF CheckThat! 2020, as ./claimwatch evaluate committed it. */
class CheckedClaimsFloorTest {
    private static final Path DATA = Path.of("../../shared/data/claims/clef20_claim_retrieval");
    private static final double FLOOR = CommittedFigures.floor("match", "MAP@5");
    private static final int DEPTH = 5;

    /** A fifth of the tweets stands for all of them, to save time: this one is neither the easiest nor the hardest. */
    private static final int PART = 5;

    @Test
    void ranking_stays_above_its_floor() throws IOException {
        assumeTrue(
                Files.isDirectory(DATA),
                () -> "CLEF's claims are not here, so their floor is not checked: " + DATA.toAbsolutePath());
        ClaimSearch search = new ClaimSearch();
        rows("verified_claims.docs.tsv.gz").stream()
                .skip(1)
                .forEach(row -> search.add(row[0], row[1], row.length > 2 ? row[2] : ""));
        Map<String, Set<String>> relevant = new HashMap<>();
        for (String[] row : rows("dev.tweet-vclaim-pairs.qrels.gz")) {
            relevant.computeIfAbsent(row[0], query -> new HashSet<>()).add(row[2]);
        }
        ClaimReranker reranker = new ClaimReranker(new EncoderClaimRelater());
        List<String[]> queries = rows("dev.tweets.queries.tsv.gz");
        double sum = 0;
        int read = 0;
        for (int n = PART; n < queries.size(); n += PART) {
            String[] query = queries.get(n);
            List<Hit> ranking = reranker.rerank(query[1], search.rank(query[1], ClaimReranker.READ));
            sum += precision(ranking, relevant.getOrDefault(query[0], Set.of()));
            read++;
        }
        System.out.printf(Locale.ROOT, "CLEF20 dev, MAP@5 %.3f of %d tweets%n", sum / read, read);
        assertThat(sum / read).isGreaterThanOrEqualTo(FLOOR);
    }

    private static double precision(List<Hit> ranking, Set<String> relevant) {
        double sum = 0;
        int hits = 0;
        for (int rank = 1; rank <= Math.min(DEPTH, ranking.size()); rank++) {
            if (relevant.contains(ranking.get(rank - 1).id())) {
                hits++;
                sum += (double) hits / rank;
            }
        }
        return sum / Math.clamp(relevant.size(), 1, DEPTH);
    }

    private static List<String[]> rows(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(file))), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split("\t", -1)).toList();
        }
    }
}
