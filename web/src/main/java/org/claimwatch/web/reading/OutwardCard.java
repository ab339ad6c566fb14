package org.claimwatch.web.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.StatementCard.Speaker;
import org.claimwatch.web.words.LayoutWords;
import org.claimwatch.web.words.ReadingWords;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it leaves the house: as a person of the team corrected it, with a mark that one did and what the machine read
 * beside it. It names nobody: who reads it may be a stranger.
 *
 * @param judged what the team's newest word on the reading was; null where nobody said one
 */
public record OutwardCard(StatementCard read, @Nullable Judged judged) {
    /**
     * A team's word on a reading.
     *
     * @param words as they ought to be shown; like the other fields null where the machine's stay
     * @param noStance the target toward which the speaker takes no side
     */
    public record Judged(
            boolean corrected,
            @Nullable String speaker,
            @Nullable String words,
            @Nullable Polarity polarity,
            @Nullable String target,
            @Nullable String noStance) {}

    /** Where another speaks, the page and the affiliation of the first are nobody's. */
    public Speaker speaker() {
        String other = judged == null ? null : judged.speaker();
        return other == null ? read.speaker() : new Speaker(null, other, null, false, null);
    }

    public String words() {
        return judged == null || judged.words() == null ? read.words() : judged.words();
    }

    /** A corrected one stands in place of what the machine read toward the same target; one that is none, nowhere. */
    public List<StanceSign> stances() {
        if (judged == null) {
            return read.stances();
        }
        Stream<StanceSign> corrected = judged.polarity() == null || judged.target() == null
                ? Stream.of()
                : Stream.of(StanceSign.of(judged.polarity(), judged.target(), 1));
        return Stream.concat(
                        read.stances().stream()
                                .filter(stance -> !stance.target().equals(judged.target()))
                                .filter(stance -> !stance.target().equals(judged.noStance())),
                        corrected)
                .toList();
    }

    /** The first of it is the speaker. */
    public List<String> chain() {
        var chain = new ArrayList<>(read.chain());
        if (chain.getFirst().equals(read.speaker().name())) {
            chain.set(0, speaker().name());
        }
        return chain;
    }

    public String chainLine() {
        return String.join(" → ", chain());
    }

    /** That a person confirmed or corrected it, and what the machine read; null where it is the machine's alone. */
    public @Nullable String mark() {
        if (judged == null) {
            return null;
        }
        if (!judged.corrected()) {
            return ReadingWords.SAY.confirmed();
        }
        String machines = String.join(LayoutWords.SAY.comma() + " ", machines(judged));
        return machines.isEmpty() ? ReadingWords.SAY.corrected() : ReadingWords.SAY.correctedFrom(machines);
    }

    private List<String> machines(Judged corrected) {
        var machines = new ArrayList<String>();
        if (corrected.speaker() != null) {
            machines.add(ReadingWords.SAY.speakerAs(read.speaker().name()));
        }
        if (corrected.words() != null) {
            machines.add(ReadingWords.SAY.wordsAs(read.words()));
        }
        if (corrected.noStance() != null) {
            stanceRead(corrected.noStance()).ifPresent(machines::add);
        } else if (corrected.target() != null) {
            machines.add(stanceRead(corrected.target()).orElseGet(ReadingWords.SAY::noSuchStance));
        }
        return machines;
    }

    private Optional<String> stanceRead(String target) {
        return read.stances().stream()
                .filter(stance -> stance.target().equals(target))
                .findFirst()
                .map(stance -> ReadingWords.SAY.stanceAs(stance.sign() + " " + stance.word() + " " + stance.target()));
    }

    public boolean doubtful() {
        return read.doubtful();
    }

    public boolean direct() {
        return read.direct();
    }

    public When at() {
        return read.source().at();
    }
}
