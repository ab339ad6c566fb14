package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads when an article was published and last changed, from the most to the least reliable mark. */
final class DateReader {
    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "article:published",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
            "article.published",
            "published_time",
            "publish_date",
            "publish-date",
            "publication_date",
            "published-date",
            "pubdate",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.issued",
            "dcterms.date",
            "dc.date.created",
            "dc.date",
            "dc.created",
            "parsely-pub-date",
            "sailthru.date",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "article_date_original",
            "originalpublicationdate",
            "citation_publication_date",
            "date",
            "article:post_date",
            "analyticsattributes.articledate",
            "datecreated",
            "date_created",
            "rnews:datepublished",
            "bt:pubdate",
            "pdate",
            "ptime",
            "shareaholic:article_published_time",
            "og:pubdate",
            "created",
            "displaydate",
            "last-published");
    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:updated_time",
            "article:modified",
            "datemodified",
            "dcterms.modified",
            "dc.date.modified",
            "last-modified",
            "lastmod",
            "date.modified");
    private static final Pattern URL_DATE = Pattern.compile(
            "/((?:19|20)\\d\\d)[/_-]?([01]\\d|[1-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-]?([0-3]\\d|[1-9])(?=[/_.-]|\\D)|[/_-][a-zA-Z]?((?:19|20)\\d\\d)([01]\\d)([0-3]\\d)(?:(?!\\d)|(?=[0-2]\\d[0-5]\\d\\d*(?:$|\\D)))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARCHIVE = Pattern.compile("^https?://[^/]+/web/\\d{8,14}[a-z_]*/");
    private static final Pattern SCRIPT_DATE = Pattern.compile(
            "\"(?:date_?published|published_?at|publish_?(?:ed)?_?date|publish_?(?:ed)?_?time|publication_?date|first_?published|created_?at|date_?created)\\\\?\"\\s*:\\s*\\\\?\"([^\"\\\\]{8,40})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGED = Pattern.compile(
            "^\\W*(?:(?:last |zuletzt )?(?:updated|modified|changed|aktualisiert|geändert|bearbeitet)|mis à jour|mise à jour|modifié|actualizad[oa]|modificad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|päivitetty|muokattu|aktualizacja|zaktualizowano|aktualizováno|aktualizované|frissítve|módosítva|actualizat|ažurirano|posodobljeno|обновлено|изменено|оновлено|ενημέρωση|güncelleme|güncellendi|تحديث|آخر تحديث|به روز|עודכן|diperbarui|cập nhật|更新|最終更新|수정|업데이트|अपडेट)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** What is shorter is a date with a name or a place, which may stand below a picture too. */
    private static final int CAPTION_WORDS = 6;

    private final LocalDate latest;

    /** @param clock nothing was published later than a day from its now: such a date is refused */
    DateReader(Clock clock) {
        this.latest =
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusDays(2);
    }

    @Nullable PageMoment published(Document page, JsonNode article, JsonLd linked, MetaTags tags, String url) {
        List<Supplier<Optional<PageMoment>>> marks = List.of(
                () -> possible(JsonLd.text(article.path("datePublished"))),
                () -> ofTags(tags, PUBLISHED),
                () -> ofThings(linked, "datePublished"),
                () -> ofElements(page, "[itemprop=datePublished], [itemprop=dateCreated], [property=datePublished]"),
                () -> ofUrl(url),
                () -> ofElements(
                        page,
                        "article time[pubdate], article time[datetime], main time[datetime], time[datetime], time"),
                () -> ofElements(
                        page,
                        "[class*=date], [class*=Date], [class*=time], [class*=publish], [class*=stamp], [class*=byline], [class*=meta], [id*=date]"),
                () -> ofScripts(page),
                () -> possible(JsonLd.text(article.path("dateCreated"))),
                () -> possible(JsonLd.text(article.path("dateModified"))),
                () -> ofTags(tags, MODIFIED),
                () -> ofText(page));
        for (Supplier<Optional<PageMoment>> mark : marks) {
            Optional<PageMoment> found = mark.get();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    @Nullable PageMoment modified(Document page, JsonNode article, MetaTags tags) {
        return possible(JsonLd.text(article.path("dateModified")))
                .or(() -> ofTags(tags, MODIFIED))
                .or(() -> ofElements(page, "[itemprop=dateModified]"))
                .orElse(null);
    }

    private Optional<PageMoment> ofTags(MetaTags tags, List<String> names) {
        return names.stream()
                .flatMap(name -> tags.all(name).stream())
                .map(this::possible)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<PageMoment> ofThings(JsonLd linked, String field) {
        return linked.things().stream()
                .filter(thing -> !JsonLd.types(thing).contains("Comment"))
                .map(thing -> possible(JsonLd.text(thing.path(field))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Pages that are built in the browser carry their data in a script. */
    private Optional<PageMoment> ofScripts(Document page) {
        for (Element script : page.select("script")) {
            Matcher match = SCRIPT_DATE.matcher(script.data());
            while (match.find()) {
                Optional<PageMoment> found = possible(match.group(1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PageMoment> ofElements(Document page, String selector) {
        Optional<PageMoment> changed = Optional.empty();
        for (Element element : page.select(selector)) {
            if (element.closest("aside, footer, nav, [class*=related], [class*=comment]") != null) {
                continue;
            }
            String text = element.text();
            for (String written :
                    List.of(element.attr("datetime"), element.attr("content"), text.length() < 200 ? text : "")) {
                Optional<PageMoment> found = PrintedDate.findMarked(written).filter(this::isPossible);
                if (found.isPresent() && !tellsOfChange(element, text)) {
                    return found;
                }
                changed = changed.or(() -> found);
            }
        }
        return changed;
    }

    /** "Updated: …", before the date or in the line around it. */
    private static boolean tellsOfChange(Element element, String text) {
        Element around = element.parent();
        String line = around == null || around.childrenSize() > 3 ? "" : around.ownText();
        return CHANGED.matcher(text).find() || CHANGED.matcher(line).find();
    }

    private Optional<PageMoment> ofUrl(String url) {
        // An archive's address holds the day of the copy, then the page's own address.
        Matcher match = URL_DATE.matcher(ARCHIVE.matcher(url).replaceFirst("/"));
        while (match.find()) {
            boolean compact = match.group(1) == null;
            String month = match.group(compact ? 5 : 2).toLowerCase(java.util.Locale.ROOT);
            int number = Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : MONTHS.indexOf(month) / 3 + 1;
            Optional<PageMoment> found = possible(
                    "%s-%02d-%s".formatted(match.group(compact ? 4 : 1), number, match.group(compact ? 6 : 3)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * For pages that mark nothing: the first date among the short lines of the page. Where only pictures are dated, the
     * newest of these dates: no article is older than a picture in it.
     */
    private Optional<PageMoment> ofText(Document page) {
        Optional<PageMoment> newestPicture = Optional.empty();
        for (Block block : BlockReader.read(page.body(), Boilerplate::isTag)) {
            if (block.words() > 25 || block.text().length() > 500) {
                continue;
            }
            Optional<PageMoment> found = possible(block.text());
            if (found.isPresent() && !isCaption(block)) {
                return found;
            } else if (found.isPresent()
                    && (newestPicture.isEmpty()
                            || found.get().day().isAfter(newestPicture.get().day()))) {
                newestPicture = found;
            }
        }
        return newestPicture;
    }

    private static boolean isCaption(Block block) {
        Element before = block.element().previousElementSibling();
        boolean below = before != null && !before.hasText() && before.selectFirst("img, picture, video") != null;
        return block.words() >= CAPTION_WORDS && (below || block.element().closest("[class*=caption]") != null);
    }

    private Optional<PageMoment> possible(@Nullable String written) {
        return PrintedDate.find(written).filter(this::isPossible);
    }

    private boolean isPossible(PageMoment moment) {
        return !moment.day().isAfter(latest) && moment.day().getYear() > 1990;
    }
}
