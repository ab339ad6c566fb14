package org.claimwatch.web.outlet;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.layout.When;
import org.jspecify.annotations.Nullable;

/** A feed: how it fares, what stands in its way, and when it is asked next and why. */
public record FeedLine(
        long id,
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
            return switch (kind) {
                case "BLOCKED" -> "Blocked: a page for robots came";
                case "CONSENT_WALL" -> "Consent wall";
                case "PAY_WALL" -> "Pay wall";
                case "CERTIFICATE" -> "Certificate not valid";
                case "UNKNOWN_HOST" -> "No such host";
                case "UNREACHABLE" -> "Host not reached";
                case "NOT_FOUND" -> "Not found";
                case "GONE" -> "Gone for good";
                case "FORBIDDEN" -> "Refused by the host";
                case "SERVER_ERROR" -> "The host’s own error";
                case "ASKED_TOO_OFTEN" -> "The host asks for peace";
                case "DISALLOWED" -> "May not be fetched";
                case "ROBOTS_UNREACHABLE" -> "robots.txt not reached";
                case "REDIRECT_LOOP" -> "Redirects in circles";
                case "TOO_LARGE" -> "Too large";
                case "WEB_PAGE" -> "Became a web page";
                case "UNREADABLE" -> "No feed that can be read";
                case "NO_LINKS" -> "The site has changed: nothing on it looks like an article";
                case "STOPPED_YIELDING" -> "Has stopped yielding";
                default -> "Failing";
            };
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
            switch (String.valueOf(validators)) {
                case "NONE" ->
                    facts.add("It gives no sign by which an unchanged feed could be told without fetching it.");
                case "HONEST" -> facts.add("Its “not modified” was checked and is true.");
                case "RESTLESS" -> facts.add("It calls an unchanged feed changed; what is new is told by the content.");
                default -> {}
            }
            if (skewSeconds != null) {
                long minutes = Math.abs(skewSeconds.longValue()) / 60;
                String much = minutes < 120 ? minutes + " min" : minutes / 60 + " h";
                facts.add("Its clock runs %s %s.".formatted(much, skewSeconds > 0 ? "ahead" : "behind"));
            }
            return String.join(" ", facts);
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
            return switch (state) {
                case "ACTIVE" -> "tells us when the feed changes";
                case "DENIED" -> "does not tell us of changes";
                case "LAPSED" -> "does not tell us of changes any more; the feed is polled";
                case "UNWANTED" -> "is no longer asked to tell us of changes";
                default -> "has been asked to tell us of changes";
            };
        }
    }

    public String kindWord() {
        return kind == null ? "not known yet" : OutletPage.kindWord(kind);
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
