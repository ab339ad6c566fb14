package org.claimwatch.web.story;

import java.util.Comparator;
import java.util.List;
import org.claimwatch.web.chart.Caption;
import org.claimwatch.web.chart.Caption.Numbers;
import org.claimwatch.web.chart.Event;
import org.claimwatch.web.chart.Lanes;
import org.claimwatch.web.chart.Lanes.Track;
import org.claimwatch.web.chart.Shape;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.story.StoryPage.Report;
import org.claimwatch.web.story.StoryPage.Telling;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.StoryWords;

/** Which outlet told a story when, a lane for each, in the order in which they came. */
final class StoryTimeline {
    private StoryTimeline() {}

    static Lanes of(List<Telling> tellings, Reader reader) {
        List<Telling> sorted = tellings.stream()
                .sorted(Comparator.comparing(
                        telling -> first(telling).published().latest()))
                .toList();
        return Lanes.of(
                new Caption(StoryWords.SAY.timelineTitle(), takeaway(sorted), numbers(sorted)),
                sorted.stream().map(StoryTimeline::track).toList(),
                reader.zone());
    }

    private static Report first(Telling telling) {
        return telling.reports().getFirst();
    }

    private static Track track(Telling telling) {
        return new Track(
                telling.outlet(),
                "/outlets/" + telling.outletId(),
                CountWords.SAY.articles(telling.reports().size()),
                telling.reports().stream()
                        .map(report -> new Event(
                                report.published().since(),
                                report.published().latest(),
                                Shape.DOT,
                                false,
                                false,
                                "/articles/" + report.articleId(),
                                "%s, %s: %s"
                                        .formatted(telling.outlet(), report.at().exact(), report.title())))
                        .toList());
    }

    private static String takeaway(List<Telling> sorted) {
        Telling first = sorted.getFirst();
        if (sorted.size() == 1) {
            return StoryWords.SAY.onlyOne(first.outlet(), first(first).at().exact());
        }
        return StoryWords.SAY.toldFirst(
                first.outlet(),
                first(first).at().exact(),
                CountWords.SAY.otherOutlets(sorted.size() - 1L),
                first(sorted.getLast()).published().lagAfter(first(first).published()),
                sorted.stream()
                        .flatMap(telling -> telling.reports().stream())
                        .anyMatch(report -> report.published().dayOnly()));
    }

    private static Numbers numbers(List<Telling> sorted) {
        return new Numbers(
                List.of(
                        StoryWords.SAY.outletHead(),
                        StoryWords.SAY.articles(),
                        StoryWords.SAY.first(),
                        StoryWords.SAY.latest()),
                sorted.stream()
                        .map(telling -> Caption.Row.plain(
                                telling.outlet(),
                                "/articles/" + first(telling).articleId(),
                                List.of(
                                        Counted.number(telling.reports().size()),
                                        first(telling).at().exact(),
                                        telling.reports().getLast().at().exact())))
                        .toList());
    }
}
