package org.claimwatch.web.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.digest.DigestMail.Group;
import org.claimwatch.web.digest.DigestMail.Item;
import org.claimwatch.web.digest.DigestMail.Place;
import org.claimwatch.web.digest.Schedule.Span;
import org.claimwatch.web.mail.MailText;
import org.claimwatch.web.mail.Stop;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.news.News;
import org.claimwatch.web.news.NewsItem;
import org.claimwatch.web.news.NewsItem.Kind;
import org.claimwatch.web.news.NewsItem.StoryOf;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.words.DigestWords;
import org.claimwatch.web.words.Language;

/** Composes editions: the preview and the e-mail are the same. */
@ApplicationScoped
class DigestMails {
    private static final int ITEMS = 12;

    /** Below what mail programs cut off (Gmail: 102 kB), on the wire and in all. */
    private static final long MOST_BYTES = 100_000;

    /**
     * How far an edition looks back into the period before it, for what was being read into the database when that one
     * ended; what was told then is not told again.
     */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final News news;
    private final Claims claims;
    private final DigestVoices voices;
    private final MonitorsOfDigest monitors;
    private final ToldByDigest told;
    private final Stop stop;
    private final DigestConfig config;
    private final Clock clock;

    DigestMails(
            News news,
            Claims claims,
            DigestVoices voices,
            MonitorsOfDigest monitors,
            ToldByDigest told,
            Stop stop,
            DigestConfig config,
            Clock clock) {
        this.news = news;
        this.claims = claims;
        this.voices = voices;
        this.monitors = monitors;
        this.told = told;
        this.stop = stop;
        this.config = config;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "digest")
    static class Templates {
        static native TemplateInstance mailText(DigestMail mail);

        static native TemplateInstance mailHtml(DigestMail mail);
    }

    /** An edition, and what it tells of which claims. */
    record Edition(DigestMail mail, MailText words, Collection<String> keys, Collection<Long> claims) {}

    /** In the language of its person, else of the digest. */
    Edition compose(Digest digest, Span period) {
        return language(digest).speaking(() -> composed(digest, period));
    }

    private static Language language(Digest digest) {
        return Language.of(digest.account == null ? null : digest.account.language)
                .or(() -> Language.of(digest.language))
                .orElse(Language.ENGLISH);
    }

    private Edition composed(Digest digest, Span period) {
        List<Monitor> read = monitors.of(digest);
        Set<String> before = told.by(digest);
        Instant from = told.sinceFirstEdition(digest, period.start(), OVERLAP);
        var items = new LinkedHashMap<String, NewsItem>();
        for (Monitor monitor : read) {
            news.of(Query.saved(monitor.query).condition(), from, period.end()).stream()
                    .filter(item -> !before.contains(item.key()))
                    .forEach(item -> items.putIfAbsent(item.key(), item));
        }
        DigestMail mail = mail(digest, period, read, List.copyOf(items.values()));
        MailText words = words(mail);
        while (words.bytes() > MOST_BYTES && !mail.groups().isEmpty()) {
            mail = mail.shortened();
            words = words(mail);
        }
        return new Edition(
                mail,
                words,
                items.keySet(),
                items.values().stream().map(NewsItem::claimId).collect(Collectors.toSet()));
    }

    private static MailText words(DigestMail mail) {
        return new MailText(
                mail.subject(),
                Templates.mailText(mail).render(),
                Templates.mailHtml(mail).render());
    }

    private DigestMail mail(Digest digest, Span period, List<Monitor> read, List<NewsItem> items) {
        ZoneId zone = ZoneId.of(digest.timeZone);
        Map<Kind, Long> total = items.stream().collect(Collectors.groupingBy(NewsItem::kind, Collectors.counting()));
        List<NewsItem> chosen = items.stream()
                .sorted(Comparator.comparing(NewsItem::kind))
                .limit(ITEMS)
                .toList();
        List<Group> groups = groups(chosen, new Reader(zone, clock.instant(), null));
        long shown = groups.stream().mapToLong(group -> group.items().size()).sum();
        return new DigestMail(
                about(read),
                digest.team.name,
                digest.account != null,
                DigestWords.SAY.between(minute(period.start(), zone), minute(period.end(), zone), zone.getId()),
                Language.spoken().tag(),
                total,
                groups,
                items.size() - shown,
                read.stream()
                        .map(monitor -> new Place(
                                monitor.name,
                                href("/teams/%s/monitors/%d?as=claims&period=own&from=%s&to=%s"
                                        .formatted(
                                                digest.team.slug,
                                                monitor.id,
                                                period.start().atZone(zone).toLocalDate(),
                                                period.end()
                                                        .minusNanos(1)
                                                        .atZone(zone)
                                                        .toLocalDate()))))
                        .toList(),
                href("/teams/%s/digests/%d".formatted(digest.team.slug, digest.id)),
                stop.placeholder());
    }

    private static String minute(Instant moment, ZoneId zone) {
        return Language.spoken().minute().format(moment.atZone(zone));
    }

    /** Stories in the order of their weightiest news; what belongs to none comes last. */
    private List<Group> groups(List<NewsItem> chosen, Reader reader) {
        Map<Long, ClaimLine> lines =
                claims
                        .lines(
                                chosen.stream()
                                        .flatMap(DigestMails::claimsOf)
                                        .distinct()
                                        .toList(),
                                reader)
                        .stream()
                        .collect(Collectors.toMap(ClaimLine::id, line -> line));
        var byStory = new LinkedHashMap<Long, List<NewsItem>>();
        chosen.stream()
                .filter(item -> lines.containsKey(item.claimId()))
                .sorted(Comparator.comparing(item -> item.story() == null))
                .forEach(item -> byStory.computeIfAbsent(
                                item.story() == null ? -1 : item.story().id(), story -> new ArrayList<>())
                        .add(item));
        var groups = new ArrayList<Group>();
        int number = 1;
        for (List<NewsItem> ofStory : byStory.values()) {
            var items = new ArrayList<Item>();
            for (NewsItem item : ofStory) {
                items.add(item(number++, item, lines, reader));
            }
            StoryOf story = ofStory.getFirst().story();
            groups.add(new Group(
                    story == null ? null : story.title(),
                    story == null ? null : href("/stories/" + story.id()),
                    items));
        }
        return groups;
    }

    private static Stream<Long> claimsOf(NewsItem item) {
        return Stream.of(item.claimId(), item.otherClaimId()).filter(Objects::nonNull);
    }

    private Item item(int number, NewsItem item, Map<Long, ClaimLine> lines, Reader reader) {
        ClaimLine line = Objects.requireNonNull(lines.get(item.claimId()));
        ClaimLine contrary = item.otherClaimId() == null ? null : lines.get(item.otherClaimId());
        return new Item(
                number,
                DigestWords.SAY.kind(item.kind()),
                item.kind() != Kind.NEW_CLAIM,
                line.text(),
                line.lang(),
                Direction.of(line.lang()),
                DigestWords.SAY.counts(
                        line.sides(),
                        line.outlets(),
                        line.origins(),
                        line.facts().firstOutlet(),
                        line.firstSeen().exact()),
                contrary == null ? null : contrary.text(),
                href("/claims/" + line.id()),
                voices.of(item, line, reader).stream()
                        .map(card -> DigestVoices.voice(card, this::href))
                        .toList());
    }

    private static String about(List<Monitor> read) {
        return read.size() <= 2
                ? read.stream()
                        .map(monitor -> monitor.name)
                        .reduce(DigestWords.SAY::both)
                        .orElse("")
                : DigestWords.SAY.andMore(read.getFirst().name, read.size() - 1);
    }

    private String href(String path) {
        return config.address().toString().replaceFirst("/+$", "") + path;
    }
}
