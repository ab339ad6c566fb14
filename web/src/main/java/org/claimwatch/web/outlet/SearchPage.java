package org.claimwatch.web.outlet;

import java.util.List;
import java.util.Locale;
import org.claimwatch.common.outlet.CandidateVerdict;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.FeedWords;
import org.claimwatch.web.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * A search for an outlet's feeds: what it has found so far, and at its end the form that takes them.
 *
 * @param icon address, shown and never loaded
 * @param watched the outlet that came of it
 */
public record SearchPage(
        long id,
        String address,
        SearchState state,
        @Nullable String problem,
        @Nullable String icon,
        When started,
        List<CandidateLine> candidates,
        OutletForm form,
        List<String> problems,
        @Nullable Watched watched) {

    /** An outlet that is there already. */
    public record Watched(long id, String name) {}

    /** A search that somebody may come back to. */
    public record SearchLine(long id, String address, SearchState state, When started) {
        public String stateWord() {
            return FeedWords.SAY.searchState(state);
        }
    }

    /** An address that may be a feed. */
    public record CandidateLine(
            String url,
            CandidateVerdict verdict,
            @Nullable String kind,
            @Nullable String title,
            String lang,
            int entries,
            @Nullable When newest,
            @Nullable String reason,
            boolean ticked,
            @Nullable Watched watched) {
        public boolean feed() {
            return verdict == CandidateVerdict.FEED;
        }

        public String kindWord() {
            return kind == null ? "" : OutletPage.kindWord(kind);
        }

        public String counted() {
            return CountWords.SAY.entries(entries);
        }

        public String languageWord() {
            return lang.isEmpty()
                    ? ""
                    : Locale.forLanguageTag(lang)
                            .getDisplayName(Language.spoken().locale());
        }
    }

    public boolean running() {
        return state == SearchState.RUNNING;
    }

    public boolean failed() {
        return state == SearchState.FAILED;
    }

    public List<CandidateLine> feeds() {
        return candidates.stream().filter(CandidateLine::feed).toList();
    }

    public List<CandidateLine> refused() {
        return candidates.stream()
                .filter(line -> line.verdict() == CandidateVerdict.REFUSED)
                .toList();
    }

    /** The host alone, for headings. */
    public String host() {
        return address.replaceFirst("^https?://", "").replaceFirst("/.*", "");
    }

    public String sofar() {
        return FeedWords.SAY.soFar(
                CountWords.SAY.addresses(feeds().size() + refused().size()), CountWords.SAY.feeds(feeds().size()));
    }
}
