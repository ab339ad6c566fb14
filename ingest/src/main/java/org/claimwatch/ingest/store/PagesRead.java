package org.claimwatch.ingest.store;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.ingest.archive.PageCopy;
import org.claimwatch.ingest.extract.ArticleExtractor;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.extract.NextPage;
import org.claimwatch.ingest.fetch.AddressKey;
import org.claimwatch.ingest.fetch.CanonicalUrl;
import org.jspecify.annotations.Nullable;

/** The pages of one article in order, as far as they were read: what they say, and what may be added to them. */
record PagesRead(List<Page> pages) {
    /** Longer articles are lists, and lists that never end pretend to be articles. */
    static final int MOST_PAGES = 20;

    /** All pages together, as received. */
    private static final long MOST_BYTES = 16L << 20;

    /** A long book has as many characters. */
    private static final int MOST_TEXT = 1_000_000;

    /** Pages of one article share at least this much of the shorter title's words. */
    private static final double SAME_TITLE = 0.5;

    record Page(PageCopy copy, ExtractedArticle article) {}

    static PagesRead of(List<PageCopy> copies, ArticleExtractor extractor, int maxBytes) {
        return new PagesRead(copies.stream()
                .map(copy -> new Page(copy, extractor.extract(copy.text(maxBytes), copy.address())))
                .toList());
    }

    PagesRead with(Page next) {
        return new PagesRead(Stream.concat(pages.stream(), Stream.of(next)).toList());
    }

    List<PageCopy> copies() {
        return pages.stream().map(Page::copy).toList();
    }

    int count() {
        return pages.size();
    }

    /** The address of the page on which the article goes on; null where it ends. */
    @Nullable String next() {
        return pages.getLast().article().nextPage();
    }

    /** Why no further page is asked for, though there is one. */
    Optional<String> limit() {
        long bytes = pages.stream().mapToLong(page -> page.copy().length()).sum();
        int text =
                pages.stream().mapToInt(page -> page.article().text().length()).sum();
        if (next() == null) {
            return Optional.empty();
        } else if (count() >= MOST_PAGES) {
            return Optional.of("of the pages of one article the first " + MOST_PAGES + " are read");
        } else if (bytes > MOST_BYTES || text > MOST_TEXT) {
            return Optional.of("the " + count() + " pages before it are as long as an article may be");
        }
        return Optional.empty();
    }

    /** Why a page that came for the next address is not the article's next page. */
    Optional<String> refusal(URI visited, ExtractedArticle came) {
        String last = pages.getLast().copy().address();
        for (int i = 0; i < pages.size(); i++) {
            if (bare(pages.get(i).copy().address()).equals(bare(visited.toString()))) {
                return Optional.of("it leads back to page " + (i + 1));
            }
        }
        if (!NextPage.follows(last, visited.toString())) {
            return Optional.of("it leads to another page: " + visited);
        } else if (came.text().isEmpty()) {
            return Optional.of("no article text was found on it");
        } else if (addsNothing(came.text())) {
            return Optional.of("it repeats what the pages before it say");
        }
        return isOfThisArticle(visited, came) ? Optional.empty() : Optional.of("it is about something else");
    }

    /** Less than {@link AddressKey} leaves out, for which the pages of one article may be the same. */
    private static String bare(String address) {
        return CanonicalUrl.of(address).orElse(address).replaceFirst("^https?://(?:www\\.)?", "");
    }

    private boolean addsNothing(String text) {
        return NextPage.join(Stream.concat(texts(), Stream.of(text)).toList()).equals(NextPage.join(texts().toList()));
    }

    /** A server's excuse comes from the right address, too, but does not call itself the article's page. */
    private boolean isOfThisArticle(URI visited, ExtractedArticle came) {
        Optional<String> canonical = Optional.ofNullable(came.canonical()).flatMap(AddressKey::of);
        boolean saysSo = canonical.isPresent()
                && Stream.concat(
                                pages.stream().map(page -> page.copy().address()),
                                Stream.ofNullable(pages.getFirst().article().canonical()))
                        .anyMatch(address -> AddressKey.of(address).equals(canonical));
        Set<String> words = words(pages.getFirst().article().title());
        Set<String> others = words(came.title());
        int shorter = Math.min(words.size(), others.size());
        words.retainAll(others);
        return saysSo
                || (canonical.isPresent() && canonical.equals(AddressKey.of(visited.toString())))
                || (shorter > 0 && words.size() >= SAME_TITLE * shorter);
    }

    private static Set<String> words(@Nullable String title) {
        return Arrays.stream(
                        (title == null ? "" : title).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Stream<String> texts() {
        return pages.stream().map(page -> page.article().text());
    }

    /** The first page's article with the text of all. */
    ExtractedArticle joined() {
        return pages.getFirst().article().joinedWith(texts().skip(1).toList());
    }
}
