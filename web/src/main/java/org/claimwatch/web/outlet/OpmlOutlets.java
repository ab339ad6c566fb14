package org.claimwatch.web.outlet;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.claimwatch.web.outlet.ListedOutlets.Listed;
import org.claimwatch.web.outlet.ListedOutlets.Problem;
import org.claimwatch.web.outlet.OpmlReader.Folder;
import org.claimwatch.web.outlet.OpmlReader.Outline;
import org.claimwatch.web.words.FeedWords;
import org.jspecify.annotations.Nullable;

/** Makes outlets of a list of feeds: feeds that belong to one site belong to one outlet. */
final class OpmlOutlets {
    /** Hosts that carry the feeds of others. */
    private static final Pattern CARRIER =
            Pattern.compile("(?i)(feedburner|feedproxy|feedblitz|rsshub|politepol|feedx)\\.");

    private static final Pattern FEED_HOST = Pattern.compile("^(www|feeds?|rss|xml)\\d?\\.");

    private OpmlOutlets() {}

    /** A site with its feeds, in the order of the file. */
    private static final class Site {
        private final String home;
        private final @Nullable Folder own;
        private final List<Outline> feeds = new ArrayList<>();

        Site(String home, @Nullable Folder own) {
            this.home = home;
            this.own = own;
        }
    }

    static ListedOutlets of(List<Outline> feeds, List<Folder> folders, List<Problem> readProblems) {
        List<Problem> problems = new ArrayList<>(readProblems);
        Map<String, Site> sites = new LinkedHashMap<>();
        folders.forEach(folder ->
                sites.putIfAbsent(key(String.valueOf(folder.home())), new Site(String.valueOf(folder.home()), folder)));
        for (Outline outline : feeds) {
            Optional<Site> site = site(outline, sites);
            if (site.isPresent()) {
                site.get().feeds.add(outline);
            } else {
                problems.add(new Problem(
                        outline.line(), FeedWords.SAY.noAddress(outline.feed().url())));
            }
        }
        List<Listed> outlets = new ArrayList<>();
        for (Site site : sites.values()) {
            Listed outlet = outlet(site, feeds);
            List<String> wrong = outlets.size() >= ListedOutlets.MOST_OUTLETS
                    ? List.of(FeedWords.SAY.tooManyOutlets(ListedOutlets.MOST_OUTLETS))
                    : outlet.problems();
            if (wrong.isEmpty()) {
                outlets.add(outlet);
            } else {
                problems.add(new Problem(outlet.line(), String.join(" ", wrong)));
            }
        }
        return new ListedOutlets(List.copyOf(outlets), List.copyOf(problems));
    }

    private static Optional<Site> site(Outline outline, Map<String, Site> sites) {
        if (!OutletForm.isWebAddress(outline.feed().url())) {
            return Optional.empty();
        }
        Folder folder = outline.folder();
        if (folder != null && folder.home() != null) {
            return Optional.ofNullable(sites.get(key(folder.home())));
        }
        String html = outline.htmlUrl();
        boolean named = html != null && OutletForm.isWebAddress(html);
        URI page =
                URI.create(named ? Objects.requireNonNull(html) : outline.feed().url());
        boolean carried = !named && CARRIER.matcher(page.getHost()).find();
        String home = carried
                ? page.toString()
                : page.getScheme() + "://" + (named ? page.getAuthority() : withoutFeedHost(page)) + "/";
        return Optional.of(sites.computeIfAbsent(key(home), key -> new Site(home, null)));
    }

    private static String withoutFeedHost(URI feed) {
        return FEED_HOST.matcher(feed.getAuthority()).replaceFirst("");
    }

    private static String key(String home) {
        return HomeAddress.key(home);
    }

    private static Listed outlet(Site site, List<Outline> all) {
        Folder own = site.own;
        return new Listed(
                own != null ? own.line() : site.feeds.getFirst().line(),
                own != null ? own.text() : name(site, all),
                site.home,
                own == null ? "" : Objects.requireNonNullElse(own.language(), ""),
                own == null ? "" : Objects.requireNonNullElse(own.country(), ""),
                own == null ? "" : Objects.requireNonNullElse(own.ownership(), ""),
                site.feeds.stream().map(Outline::feed).distinct().toList());
    }

    /** The folder that holds this site's feeds and no other's, else what their titles begin with, else the host. */
    private static String name(Site site, List<Outline> all) {
        Outline first = site.feeds.getFirst();
        Folder folder = first.folder();
        boolean itsOwn = folder != null
                && !folder.text().isBlank()
                && site.feeds.size() > 1
                && site.feeds.stream().allMatch(feed -> folder.equals(feed.folder()))
                && all.stream().filter(feed -> folder.equals(feed.folder())).allMatch(site.feeds::contains);
        if (itsOwn) {
            return Objects.requireNonNull(folder).text();
        }
        String common = Objects.requireNonNullElse(first.feed().title(), "");
        for (Outline feed : site.feeds) {
            common = shared(common, Objects.requireNonNullElse(feed.feed().title(), ""));
        }
        String host = URI.create(site.home).getHost().replaceFirst("^www\\.", "");
        String name = common.replaceFirst("[\\s|·•–—:»>/-]+$", "").strip();
        boolean tooShort = name.isEmpty() || (site.feeds.size() > 1 && name.length() < 3);
        return tooShort ? host : name.length() > 200 ? name.substring(0, 200) : name;
    }

    /** The whole words with which both begin. */
    private static String shared(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        int length = 0;
        int words = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            words = Character.isWhitespace(one.charAt(length)) ? length : words;
            length++;
        }
        boolean whole = length == one.length() || length == other.length();
        return one.substring(0, whole ? length : words)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .isEmpty()
                ? ""
                : one.substring(0, whole ? length : words);
    }
}
