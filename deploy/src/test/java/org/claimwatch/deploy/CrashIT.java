package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.support.Blows;
import org.claimwatch.deploy.support.Editions;
import org.claimwatch.deploy.support.Editions.Sent;
import org.claimwatch.deploy.support.Everything;
import org.claimwatch.deploy.support.FinalState;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.UndisturbedReading;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Services killed at random moments on the way from feed to sent digest: what is left in the end is what an undisturbed run
 * leaves, nothing lost and nothing twice. A few kills in each {@code ./claimwatch test}, hundreds in {@code --crash}.
 */
@ExtendWith(WholeStack.class)
class CrashIT {
    private static final Path FOLDER = Path.of("target/crash");

    /** In every run of the tests: one for each service. */
    private static final int FEW = 3;

    /** Killed without end, the route would hardly end; what a round costs besides is spread over as many as it bears. */
    private static final int MOST_IN_A_ROUND = 50;

    private LocalStack stack;
    private Everything database;
    private ReadPress press;
    private Editions editions;
    private FinalState undisturbed;

    @BeforeEach
    void readUndisturbed(LocalStack stack) {
        this.stack = stack;
        database = new Everything(stack);
        press = new ReadPress(stack.database());
        editions = new Editions(database, stack.mailCatcher());
        press.awaitEnd();
        undisturbed = database.finalState();
        assertThat(undisturbed.arrival().get("statement")).hasSizeGreaterThan(100);
    }

    @Test
    void whatever_dies_whenever_it_ends_as_if_nothing_had() throws Exception {
        int blows = Integer.getInteger("crash.blows", FEW);
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.printf("crash: %d blows, -Dcrash.seed=%d repeats them%n", blows, seed);
        // No round begins after so many minutes, for a machine that has only so much time.
        long end = System.nanoTime()
                + Duration.ofMinutes(Long.getLong("crash.minutes", 24 * 60)).toNanos();
        int twice = 0;
        try (Blows dealt = new Blows(stack, seed, FOLDER.resolve("progress.txt"))) {
            if (blows > FEW) {
                dealt.startFaster(stack, FOLDER);
                dealt.start("web");
                dealt.awaitAllUp();
            }
            try {
                for (int round = 1; dealt.count() < blows && (round == 1 || System.nanoTime() < end); round++) {
                    begin(dealt);
                    strike(dealt, blows);
                    twice += end(dealt, round, blows > FEW).twice();
                }
            } finally {
                if (blows > FEW) {
                    // Undisturbed reading has had it stopped; other tests go on with this stack.
                    dealt.service("analysis").close();
                    dealt.service("analysis").start();
                }
            }
            System.out.printf("crash: %s; %d copies twice, each within the window%n", dealt.summary(), twice);
        }
    }

    private void begin(Blows blows) throws Exception {
        blows.service("ingest").close();
        blows.service("analysis").close();
        press.forget();
        editions.begin();
        blows.begin();
        blows.start("ingest");
        blows.start("analysis");
    }

    /** As long as articles are under way. */
    private void strike(Blows blows, int most) throws InterruptedException {
        boolean struck = true;
        for (int i = 0; struck && i < MOST_IN_A_ROUND && blows.count() < most; i++) {
            struck = blows.strike(press::ended);
        }
        blows.awaitAllUp();
    }

    /** @param readAgain whether claims, stories and actors are compared, too, for which every text has to be read once more */
    private Sent end(Blows blows, int round, boolean readAgain) throws Exception {
        press.awaitEnd();
        editions.awaitEnd();
        Sent sent = editions.compared(blows.killed("web"));
        FinalState found = database.finalState();
        assertThat(FinalState.differences(undisturbed.arrival(), found.arrival()))
                .isEmpty();
        assertThat(sent.faults()).isEmpty();
        Path archive = WholeStack.folders("whole").data().resolve("archive");
        assertThat(database.lines("select key from archived_page"))
                .allSatisfy(key -> assertThat(archive.resolve(key)).isNotEmptyFile());
        if (readAgain) {
            blows.service("analysis").close();
            FinalState read = UndisturbedReading.of(stack, database, press);
            assertThat(FinalState.differences(read.reading(), found.reading())).isEmpty();
        }
        String line =
                "round %d: %d blows in all, %s as undisturbed; %d editions and %d alerts in %d copies, %d items told; %d copies twice"
                        .formatted(
                                round,
                                blows.count(),
                                found.size(),
                                sent.editions(),
                                sent.alerts(),
                                sent.copies(),
                                sent.told(),
                                sent.twice());
        System.out.println("crash: " + line);
        blows.write(line);
        return sent;
    }
}
