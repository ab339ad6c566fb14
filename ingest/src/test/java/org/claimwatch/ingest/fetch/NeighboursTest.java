package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.RawHost;
import org.claimwatch.ingest.support.TestFetchConfig;
import org.junit.jupiter.api.Test;

/** One slow or hostile host never delays another. */
class NeighboursTest {
    private static final int SLOW = 200;
    private static final int HEALTHY = 20;

    @Test
    void healthy_hosts_answer_as_fast_beside_hosts_that_drip_hang_or_never_greet() throws Exception {
        List<LocalHost> healthy = new ArrayList<>();
        List<RawHost> slow = new ArrayList<>();
        Fetcher fetcher = new Fetcher(TestFetchConfig.LOCAL);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < HEALTHY; i++) {
                healthy.add(new LocalHost().on("/", 200, "ok"));
            }
            median(fetcher, healthy);
            long alone = median(fetcher, healthy);

            var reached = new CountDownLatch(SLOW);
            for (int i = 0; i < SLOW; i++) {
                int manner = i % 3;
                slow.add(new RawHost(line -> {
                    reached.countDown();
                    switch (manner) {
                        case 0 -> line.send("HTTP/1.1 200 OK\r\n\r\n").drip("x", 50);
                        case 1 -> line.drip("H", 50);
                        default -> line.hang();
                    }
                }));
            }
            var stillHeld = new AtomicInteger(SLOW);
            List<Future<?>> held = new ArrayList<>();
            for (RawHost host : slow) {
                held.add(threads.submit(() -> {
                    try {
                        fetcher.get(URI.create(host.base() + "/"), Validators.NONE);
                    } catch (FetchFailedException e) {
                        stillHeld.decrementAndGet();
                    }
                }));
            }
            reached.await();
            long beside = median(fetcher, healthy);
            assertThat(stillHeld.get()).as("hosts that were slow all the while").isPositive();
            assertThat(beside)
                    .as("microseconds for a healthy host beside %d slow ones; alone %d", SLOW, alone)
                    .isLessThan(Math.max(5 * alone, Duration.ofMillis(50).toNanos() / 1000));
            for (Future<?> one : held) {
                one.get();
            }
        } finally {
            fetcher.close();
            slow.forEach(RawHost::close);
            healthy.forEach(LocalHost::close);
        }
    }

    private static long median(Fetcher fetcher, List<LocalHost> hosts) throws FetchFailedException, IOException {
        List<Long> times = new ArrayList<>();
        for (LocalHost host : hosts) {
            long start = System.nanoTime();
            assertThat(fetcher.get(URI.create(host.base() + "/"), Validators.NONE)
                            .status())
                    .isEqualTo(200);
            times.add((System.nanoTime() - start) / 1000);
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
