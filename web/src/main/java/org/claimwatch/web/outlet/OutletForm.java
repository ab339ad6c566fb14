package org.claimwatch.web.outlet;

import jakarta.ws.rs.FormParam;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.claimwatch.common.outlet.Ownership;
import org.claimwatch.web.words.FeedWords;
import org.jspecify.annotations.Nullable;

/** What an administrator enters to watch an outlet. */
public class OutletForm {
    @FormParam("name")
    public String name = "";

    @FormParam("homeUrl")
    public String homeUrl = "";

    @FormParam("language")
    public String language = "";

    @FormParam("country")
    public String country = "";

    @FormParam("ownership")
    public String ownership = "";

    /** Ticked among those that were found. */
    @FormParam("feed")
    public List<String> picked = List.of();

    /** Typed in, one address a line. */
    @FormParam("feeds")
    public String feeds = "";

    public List<String> feedUrls() {
        return Stream.concat(picked.stream(), Arrays.stream(feeds.split("\\s+")))
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
    }

    /** What is wrong, for the person who filled it in; empty if nothing is. */
    public List<String> problems() {
        var problems = new ArrayList<>(imprintProblems());
        if (feedUrls().isEmpty()) {
            problems.add(FeedWords.SAY.tickOne());
        }
        feedUrls().stream()
                .filter(url -> !isWebAddress(url))
                .forEach(url -> problems.add(FeedWords.SAY.noAddress(url)));
        return problems;
    }

    /** What is wrong with the outlet, its feeds left aside. */
    List<String> imprintProblems() {
        var problems = new ArrayList<String>();
        if (name.isBlank()) {
            problems.add(FeedWords.SAY.needsName());
        }
        if (!isWebAddress(homeUrl.strip())) {
            problems.add(FeedWords.SAY.fullHomePage());
        }
        if (!country.isBlank() && !country.strip().matches("[A-Za-z]{2}")) {
            problems.add(FeedWords.SAY.countryLetters());
        }
        if (!language.isBlank()
                && Locale.forLanguageTag(language.strip()).getLanguage().isEmpty()) {
            problems.add(FeedWords.SAY.languageTag());
        }
        return problems;
    }

    @Nullable Ownership owner() {
        return Arrays.stream(Ownership.values())
                .filter(known -> known.name().equals(ownership))
                .findFirst()
                .orElse(null);
    }

    static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
