package org.claimwatch.web.digest;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.news.NewsItem.Kind;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.DigestWords;
import org.jspecify.annotations.Nullable;

/**
 * What an edition says, before it is text or HTML.
 *
 * @param about the monitors, in one name
 * @param total of each kind, those that are not told included
 * @param rest how many more there are than are told
 * @param places where one reads on
 * @param stopHref as {@code Stop.placeholder} has it
 */
public record DigestMail(
        String about,
        String team,
        boolean personal,
        String period,
        String language,
        Map<Kind, Long> total,
        List<Group> groups,
        long rest,
        List<Place> places,
        String digestHref,
        String stopHref) {

    /** What belongs to one story, or to none. */
    public record Group(@Nullable String story, @Nullable String href, List<Item> items) {}

    /**
     * One thing that happened.
     *
     * @param number in the whole edition, from 1
     * @param contrary the claim that contradicts it, where that is another one
     */
    public record Item(
            int number,
            String kind,
            boolean weighty,
            String text,
            String lang,
            String direction,
            String counts,
            @Nullable String contrary,
            String href,
            List<Voice> voices) {}

    /**
     * One statement that bears it.
     *
     * @param mark that a person of the team confirmed or corrected its reading; null where none did
     */
    public record Voice(
            String speaker,
            @Nullable String affiliation,
            String words,
            String lang,
            String direction,
            boolean denies,
            String form,
            String chain,
            String date,
            @Nullable String mark,
            String href) {}

    /** A monitor's claims of the days that the edition tells of. */
    public record Place(String name, String href) {}

    public boolean quiet() {
        return groups.isEmpty() && rest == 0;
    }

    /** Says the most important thing first: "2 contradictions, 5 new claims: Orrin ceasefire". */
    public String subject() {
        return DigestWords.SAY.subject(heading(), about);
    }

    public String heading() {
        var parts = new ArrayList<String>();
        for (Kind kind : Kind.values()) {
            long count = total.getOrDefault(kind, 0L);
            if (count > 0) {
                parts.add(
                        switch (kind) {
                            case CONTRADICTION -> DigestWords.SAY.contradictions(count);
                            case REVERSAL -> CountWords.SAY.reversals(count);
                            case NEW_CLAIM -> DigestWords.SAY.newClaims(count);
                        });
            }
        }
        return parts.stream().reduce(DigestWords.SAY::listed).orElseGet(DigestWords.SAY::nothingNew);
    }

    /** Why one gets it, and the way out. */
    public RawString why() {
        return DigestWords.SAY.mailWhyHtml(personal, team, about, stopHref, digestHref);
    }

    /** What is not told here stands on one of these. */
    public boolean inSeveralPlaces() {
        return places.size() > 1;
    }

    /** Without its last item, which is then one more of the rest; a mail is shortened by whole items only. */
    DigestMail shortened() {
        var fewer = new ArrayList<>(groups);
        Group last = fewer.removeLast();
        if (last.items().size() > 1) {
            fewer.add(new Group(
                    last.story(),
                    last.href(),
                    last.items().subList(0, last.items().size() - 1)));
        }
        return new DigestMail(
                about, team, personal, period, language, total, fewer, rest + 1, places, digestHref, stopHref);
    }
}
