package org.claimwatch.web.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were found once and are given again for a while. Of those who ask when the time is over, one finds them anew and
 * the others get what was found before: nobody waits for another, who may need the connection that the one waiting holds.
 * What took long is given longer, so that finding one thing again and again takes a small share of a processor and no more; what
 * is found quickly is found each time.
 */
final class KeptRows {
    private final Duration time;
    private final Duration quick;
    private final int share;
    private final int most;
    private final Clock clock;
    private final Map<Object, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * Holds nothing yet.
     *
     * @param time the longest
     * @param quick what takes less is not kept
     * @param share so many times what finding took is what was found given again
     * @param most rows altogether; the longest unused are given up first
     */
    KeptRows(Duration time, Duration quick, int share, int most, Clock clock) {
        this.time = time;
        this.quick = quick;
        this.share = share;
        this.most = most;
        this.clock = clock;
    }

    private static final class Answer {
        private final ReentrantLock finding = new ReentrantLock();
        private volatile @Nullable List<?> rows;
        private volatile Instant until = Instant.MIN;

        long size() {
            List<?> held = rows;
            return held == null ? 1 : 1 + held.size();
        }
    }

    /** The same question must always be asked for rows of one type. */
    @SuppressWarnings("unchecked")
    <T> List<T> to(Object question, Supplier<List<T>> finding) {
        Answer answer = held(question);
        List<T> rows = (List<T>) answer.rows;
        if (rows != null && clock.instant().isBefore(answer.until)) {
            return rows;
        }
        if (!answer.finding.tryLock()) {
            return rows == null ? finding.get() : rows;
        }
        try {
            Instant begun = clock.instant();
            long started = System.nanoTime();
            List<T> found = List.copyOf(finding.get());
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            Duration again = took.multipliedBy(share);
            answer.rows = took.compareTo(quick) < 0 ? null : found;
            answer.until = begun.plus(again.compareTo(time) < 0 ? again : time);
            giveUpSome();
            return found;
        } finally {
            answer.finding.unlock();
        }
    }

    synchronized void forget() {
        answers.clear();
    }

    private synchronized Answer held(Object question) {
        return answers.computeIfAbsent(question, _ -> new Answer());
    }

    private synchronized void giveUpSome() {
        long rows = answers.values().stream().mapToLong(Answer::size).sum();
        for (Object eldest : new ArrayList<>(answers.keySet())) {
            Answer given = rows > most ? answers.remove(eldest) : null;
            if (given == null) {
                return;
            }
            rows -= given.size();
        }
    }
}
