package org.claimwatch.analysis.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.claim.Propositions;
import org.claimwatch.common.claim.ClaimRelationKind;

/** Invented texts that take back or support an earlier claim, or only look so: how many relations are read, and right. */
record RelationCases(List<Case> cases) {
    private static final Pattern PARAGRAPHS = Pattern.compile(" // ");

    RelationCases {
        cases = List.copyOf(cases);
    }

    /** @param relates empty where the text only looks as if it related to the claim */
    record Case(String language, Optional<ClaimRelationKind> relates, String claim, String text) {}

    /** What was read of a kind's cases. */
    record Shares(int wanted, int right, int wrong) {
        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return wanted == 0 ? 1 : (double) right / wanted;
        }

        Shares with(boolean wants, boolean isRight, boolean isWrong) {
            return new Shares(wanted + (wants ? 1 : 0), right + (isRight ? 1 : 0), wrong + (isWrong ? 1 : 0));
        }
    }

    /** Prints the shares of the named files, and what is misread where that may be looked at. */
    public static void main(String[] names) {
        ArticleReader reader = ArticleReader.standard();
        for (String name : names) {
            Consumer<String> out = name.contains("held-out") ? line -> {} : System.out::println;
            for (String language : List.of("en", "de", "ar")) {
                for (ClaimRelationKind kind : List.of(ClaimRelationKind.RETRACTS, ClaimRelationKind.SUPPORTS)) {
                    System.out.println(name + " " + language + " " + kind + " "
                            + read(name).measure(reader, language, kind, out));
                }
            }
        }
    }

    static RelationCases read(String name) {
        try (InputStream in = Objects.requireNonNull(RelationCases.class.getResourceAsStream(name))) {
            return new RelationCases(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", 4))
                    .map(parts -> new Case(
                            parts[0],
                            parts[1].startsWith("-")
                                    ? Optional.empty()
                                    : Optional.of(ClaimRelationKind.valueOf(parts[1])),
                            parts[2],
                            PARAGRAPHS.matcher(parts[3]).replaceAll("\n\n")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each text after all claims of the file, so that another one may be taken for the one that is meant. */
    Shares measure(ArticleReader reader, String language, ClaimRelationKind kind, Consumer<String> out) {
        OnlineClaims claims = new OnlineClaims();
        List<Long> known = cases.stream()
                .map(one -> claims.assign(Propositions.compared(one.claim(), one.language()), false)
                        .claim())
                .toList();
        Shares shares = new Shares(0, 0, 0);
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            if (!one.language().equals(language)) {
                continue;
            }
            var statements = reader.read(new ArticleToRead(
                            "", one.text(), language, OutletNames.of("Halyard", List.of("Halyard")), null))
                    .statements();
            List<Long> found = statements.stream()
                    .filter(s -> s.proposition().isPresent())
                    .flatMap(s -> s.relation().filter(r -> r.kind() == kind).stream())
                    .flatMap(r -> claims.meant(r.proposition(), -1).stream())
                    .map(match -> match.claim())
                    .toList();
            boolean wants = one.relates().equals(Optional.of(kind));
            boolean right = wants && found.equals(List.of(known.get(i)));
            boolean wrong = !found.isEmpty() && !right;
            if (wants != right || wrong) {
                out.accept((wrong ? "wrong " : "missed ") + kind + ": " + one.text() + "\n    "
                        + statements.stream()
                                .map(s ->
                                        s.attribution() + " " + s.proposition().map(p -> p.text()) + " " + s.relation())
                                .toList());
            }
            shares = shares.with(wants, right, wrong);
        }
        return shares;
    }
}
