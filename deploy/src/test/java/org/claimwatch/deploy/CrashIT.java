package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Service;
import org.claimwatch.deploy.support.ReadPress;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The long run of {@code ./claimwatch test --crash}: services killed and halted and the database restarted at random moments
 * of the route; after each round the same statements as of an undisturbed run, none lost and none twice.
 */
@ExtendWith(WholeStack.class)
@EnabledIfSystemProperty(named = "crash.blows", matches = "\\d+")
class CrashIT {
    private static final int IN_A_ROUND = 8;

    private enum Blow {
        KILL,
        HALT,
        DATABASE
    }

    private final Map<Blow, Integer> dealt = new EnumMap<>(Blow.class);

    @Test
    void whatever_dies_whenever_it_ends_as_if_nothing_had(LocalStack stack) throws Exception {
        int blows = Integer.getInteger("crash.blows");
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.printf("crash: %d blows, -Dcrash.seed=%d repeats them%n", blows, seed);
        Random random = new Random(seed);
        ReadPress press = new ReadPress(stack.database());
        press.awaitEnd();
        List<String> undisturbed = press.statements();
        assertThat(undisturbed).hasSizeGreaterThan(100);
        for (int done = 0; done < blows; done += IN_A_ROUND) {
            begin(stack, press);
            for (int i = 0; i < Math.min(IN_A_ROUND, blows - done); i++) {
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(3000)).toNanos());
                strike(stack, random);
            }
            press.awaitEnd();
            assertThat(press.statements()).isEqualTo(undisturbed);
            System.out.println("crash: " + dealt + ", every statement as of an undisturbed run");
        }
    }

    private static void begin(LocalStack stack, ReadPress press) throws Exception {
        stack.service("ingest").close();
        stack.service("analysis").close();
        press.forget();
        stack.service("ingest").start();
        stack.service("analysis").start();
    }

    private void strike(LocalStack stack, Random random) throws Exception {
        int lot = random.nextInt(10);
        Blow blow = lot == 0 ? Blow.DATABASE : lot == 1 ? Blow.HALT : Blow.KILL;
        Service service = stack.service(List.of("ingest", "analysis", "web").get(random.nextInt(3)));
        switch (blow) {
            case KILL -> {
                service.kill();
                service.start();
            }
            case HALT -> {
                // Longer than it takes others to think it dead: six heartbeats of five seconds.
                service.suspend();
                LockSupport.parkNanos(Duration.ofSeconds(35).toNanos());
                service.resume();
            }
            case DATABASE -> stack.restartDatabase();
        }
        dealt.merge(blow, 1, Integer::sum);
    }
}
