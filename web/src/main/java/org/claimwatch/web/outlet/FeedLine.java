package org.claimwatch.web.outlet;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.FeedWords;
import org.jspecify.annotations.Nullable;

/** A feed: how it fares, what stands in its way, and when it is asked next and why. */
public record FeedLine(
        long id,
        long outletId,
        String outlet,
        String url,
        @Nullable String title,
        @Nullable String kind,
        String state,
        @Nullable When lastPoll,
        @Nullable When lastNewEntry,
        When nextPoll,
        String nextPollReason,
        @Nullable When stopped,
        @Nullable Trouble trouble,
        Server server,
        @Nullable Hub hub,
        List<Action> actions) {

    /** What keeps it from yielding, and what was seen of that. */
    public record Trouble(
            String kind,
            @Nullable Integer status,
            String evidence,
            When since,
            int failures,
            @Nullable When lastSuccess) {
        public String word() {
            return FeedWords.SAY.trouble(kind);
        }

        /** Answers, but has nothing to say: that is no failure of polling. */
        public boolean silent() {
            return kind.equals("STOPPED_YIELDING");
        }
    }

    /** What is known of the server's word. */
    public record Server(
            @Nullable String validators,
            @Nullable String evidence,
            @Nullable When since,
            @Nullable Integer skewSeconds) {
        public boolean lies() {
            return "LYING".equals(validators);
        }

        public String words() {
            var facts = new ArrayList<String>();
            facts.add(FeedWords.SAY.server(String.valueOf(validators)));
            if (skewSeconds != null) {
                long minutes = Math.abs(skewSeconds.longValue()) / 60;

                facts.add(FeedWords.SAY.clock(minutes, minutes < 120 ? 0 : minutes / 60, skewSeconds > 0));
            }
            return String.join(" ", facts).strip();
        }
    }

    /** Who tells us at once when the feed changes. */
    public record Hub(
            String url,
            String state,
            @Nullable String problem,
            @Nullable When lease,
            @Nullable When lastPush) {
        public String host() {
            String host = URI.create(url).getHost();
            return host == null ? url : host;
        }

        public boolean active() {
            return state.equals("ACTIVE");
        }

        public String words() {
            return FeedWords.SAY.hubState(state);
        }
    }

    public String kindWord() {
        return kind == null ? FeedWords.SAY.kindNotKnown() : OutletPage.kindWord(kind);
    }

    public String stateWord() {
        return stopped != null ? "stopped" : state.toLowerCase(Locale.ROOT);
    }

    public boolean retired() {
        return state.equals("RETIRED");
    }

    /** A button beside it. */
    public record Action(String path, String label) {}
}
