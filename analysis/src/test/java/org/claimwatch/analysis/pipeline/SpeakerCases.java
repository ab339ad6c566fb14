package org.claimwatch.analysis.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.claimwatch.analysis.actor.Hop;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.pipeline.ArticleReading.ReadStatement;
import org.claimwatch.common.actor.ActorKind;

/** Invented articles with their speakers: how often a statement's speaker, affiliation and relays are read right. */
record SpeakerCases(List<Case> cases) {
    private static final List<String> TITLES =
            List.of("the ", "mr ", "ms ", "sir ", "dame ", "dr ", "government of the ", "government of ");

    /** What pages show as sure. */
    private static final float SURE = 0.7f;

    SpeakerCases {
        cases = List.copyOf(cases);
    }

    /**
     * One article.
     *
     * @param unsaid words that no statement shown as sure holds
     */
    record Case(String language, String text, List<Expected> expected, List<String> unsaid) {
        Case {
            expected = List.copyOf(expected);
            unsaid = List.copyOf(unsaid);
        }
    }

    /**
     * One statement of a case.
     *
     * @param words of its content
     * @param speakers names that are right, none for somebody without a name
     */
    record Expected(String words, List<String> speakers, Optional<String> affiliation, List<String> relays) {
        Expected {
            speakers = List.copyOf(speakers);
            relays = List.copyOf(relays);
        }
    }

    /** Shares of the statements that were found. */
    record Shares(int expected, int found, int speakers, int affiliated, int affiliations, int chains, int wrong) {
        double speaker() {
            return (double) speakers / found;
        }

        @Override
        public String toString() {
            return "%d of %d statements found; speakers %.3f, affiliations %.3f of %d, relays %.3f; %d that are none"
                    .formatted(
                            found,
                            expected,
                            speaker(),
                            (double) affiliations / affiliated,
                            affiliated,
                            (double) chains / found,
                            wrong);
        }
    }

    /** Prints what is misread in the named files beside this class. */
    public static void main(String[] names) {
        ArticleReader reader = ArticleReader.standard();
        for (String name : names) {
            System.out.println(name + ": "
                    + read(name).measure(reader, name.contains("held-out") ? line -> {} : System.out::println));
        }
    }

    static SpeakerCases read(String name) {
        List<Case> cases = new ArrayList<>();
        for (String block : resource(name).split("(?m)^## ", -1)) {
            if (block.startsWith("#") || block.isBlank()) {
                continue;
            }
            List<String> lines = block.lines().toList();
            String text = String.join(
                    "\n",
                    lines.stream()
                            .skip(1)
                            .filter(line -> !line.startsWith("> ") && !line.startsWith("! "))
                            .toList());
            cases.add(new Case(
                    lines.getFirst().substring(0, 2),
                    text.strip(),
                    lines.stream()
                            .filter(line -> line.startsWith("> "))
                            .map(SpeakerCases::expected)
                            .toList(),
                    lines.stream()
                            .filter(line -> line.startsWith("! "))
                            .map(line -> line.substring(2).strip())
                            .toList()));
        }
        return new SpeakerCases(cases);
    }

    private static Expected expected(String line) {
        String[] halves = line.substring(2).split(" => ", 2);
        String[] relays = halves[1].split(" < ", -1);
        String[] whom = relays[0].split(" @ ", 2);
        return new Expected(
                halves[0].strip(),
                whom[0].strip().equals("?")
                        ? List.of()
                        : List.of(whom[0].strip().split(" \\| ", -1)),
                whom.length > 1 ? Optional.of(whom[1].strip()) : Optional.empty(),
                List.of(relays).subList(1, relays.length));
    }

    private static String resource(String name) {
        try (InputStream in = SpeakerCases.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param out what to do with a line on each misreading */
    Shares measure(ArticleReader reader, Consumer<String> out) {
        int all = 0;
        int found = 0;
        int right = 0;
        int affiliated = 0;
        int affiliations = 0;
        int chains = 0;
        int wrong = 0;
        for (Case one : cases) {
            List<ReadStatement> statements = reader.read(
                            new ArticleToRead("", one.text, one.language, OutletNames.of("", List.of()), null))
                    .statements();
            for (String words : one.unsaid) {
                boolean said = statements.stream()
                        .anyMatch(s -> s.attribution().confidence() >= SURE
                                && s.content().contains(words));
                wrong += said ? 1 : 0;
                if (said) {
                    out.accept("X none: " + words);
                }
            }
            for (Expected expected : one.expected) {
                all++;
                Optional<ReadStatement> statement = find(statements, expected.words);
                if (statement.isEmpty()) {
                    out.accept("not found: " + expected.words);
                    continue;
                }
                found++;
                ReadStatement read = statement.get();
                boolean same = isRight(read, expected);
                right += same ? 1 : 0;
                List<String> relays =
                        read.chain().stream().skip(1).map(Hop::name).toList();
                chains += relays.equals(expected.relays) ? 1 : 0;
                boolean belongs = expected.affiliation
                        .map(name -> plain(name)
                                .equals(plain(String.valueOf(read.speaker().affiliation()))))
                        .orElse(true);
                affiliated += expected.affiliation.isPresent() ? 1 : 0;
                affiliations += expected.affiliation.isPresent() && belongs ? 1 : 0;
                if (!same || !belongs || !relays.equals(expected.relays)) {
                    out.accept((same ? "  " : "X ") + expected + " but " + read.speaker() + " " + relays);
                }
            }
        }
        return new Shares(all, found, right, affiliated, affiliations, chains, wrong);
    }

    private static Optional<ReadStatement> find(List<ReadStatement> statements, String words) {
        return statements.stream()
                .filter(statement -> statement.content().contains(words))
                .min(Comparator.comparingInt(statement -> statement.content().length()));
    }

    private static boolean isRight(ReadStatement read, Expected expected) {
        ActorKind kind = read.speaker().kind();
        if (expected.speakers.isEmpty()) {
            boolean named = read.speaker().name().codePoints().anyMatch(Character::isUpperCase);
            return kind == ActorKind.UNNAMED || kind == ActorKind.GROUP || !named;
        }
        return kind != ActorKind.UNNAMED
                && expected.speakers.stream()
                        .anyMatch(
                                name -> plain(name).equals(plain(read.speaker().name())));
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        for (String title : TITLES) {
            lower = lower.startsWith(title) ? lower.substring(title.length()) : lower;
        }
        return lower;
    }
}
