package org.claimwatch.web.today;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from an empty instance to its first claim, and how far it has come. */
public record FirstSteps(List<Step> all, Counts counts) {
    /**
     * What the steps are told by.
     *
     * @param polled feeds that have ever answered
     * @param failing feeds that fail or were given up
     * @param announced articles, of which some are fetched, refused or analysed
     * @param claim the first one's id
     */
    public record Counts(
            long outlets,
            long feeds,
            long polled,
            long failing,
            long announced,
            long fetched,
            long refused,
            long analysed,
            long statements,
            @Nullable Long claim) {}

    /**
     * One step.
     *
     * @param told how it stands, as a sentence without its full stop
     * @param done how many of {@code of} are done; {@code of} is 0 where there is nothing to count
     * @param link what one can do about it, null where one waits
     */
    public record Step(
            String title,
            String told,
            State state,
            long done,
            long of,
            @Nullable Link link) {
        public boolean now() {
            return state == State.NOW;
        }

        public String css() {
            return switch (state) {
                case DONE -> "done";
                case NOW -> "now";
                case LATER -> "later";
            };
        }

        public String sign() {
            return switch (state) {
                case DONE -> "✓";
                case NOW -> "→";
                case LATER -> "·";
            };
        }
    }

    /** Where to go next. */
    public record Link(String label, String href) {}

    /** How a step stands. */
    public enum State {
        DONE,
        NOW,
        LATER
    }

    /** Whether there is an outlet. */
    public boolean begun() {
        return all.getFirst().state() == State.DONE;
    }

    /** Whether the instance works on by itself, so that the page is worth looking at again. */
    public boolean underWay() {
        return begun() && all.getLast().state() != State.DONE;
    }

    public boolean arrived() {
        return all.getLast().state() == State.DONE;
    }
}
