package org.claimwatch.web.verdict;

import jakarta.ws.rs.BadRequestException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.claimwatch.web.words.VerdictWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form of a verdict, as it was sent. */
public class VerdictInput {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 2000;
    private static final int HIGHEST = 100;

    @RestForm
    long claim;

    @RestForm
    @Nullable String rating;

    @RestForm
    @Nullable String value;

    @RestForm
    @Nullable String best;

    @RestForm
    @Nullable String explanation;

    @RestForm
    @Nullable String url;

    @RestForm
    @Nullable String organisation;

    @RestForm
    @Nullable String organisationUrl;

    @RestForm
    @Nullable String claimant;

    @RestForm
    @Nullable String claimantKind;

    /** What it says, in order; an optional value is null where it is left out. */
    record Checked(
            String rating,
            int value,
            int best,
            String explanation,
            String url,
            String organisation,
            @Nullable String organisationUrl,
            @Nullable String claimant,
            boolean claimantPerson) {}

    Checked checked() {
        String words = needed(rating, "words");
        String signed = needed(organisation, "organisation");
        int highest = number(best, "best", 2, HIGHEST);
        int figure = number(value, "figure", 1, highest);
        String why = given(explanation);
        String whose = given(claimant);
        if (words.length() > LONGEST_NAME || signed.length() > LONGEST_NAME || whose.length() > LONGEST_NAME) {
            throw new BadRequestException(VerdictWords.SAY.namesAtMost(LONGEST_NAME));
        }
        if (why.length() > LONGEST_TEXT) {
            throw new BadRequestException(VerdictWords.SAY.explanationAtMost(LONGEST_TEXT));
        }
        String site = given(organisationUrl);
        return new Checked(
                words,
                figure,
                highest,
                why,
                address(needed(url, "address"), "address"),
                signed,
                site.isEmpty() ? null : address(site, "organisation"),
                whose.isEmpty() ? null : whose,
                !"organisation".equals(claimantKind));
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    private static String needed(@Nullable String text, String what) {
        String given = given(text);
        if (given.isEmpty()) {
            throw new BadRequestException(VerdictWords.SAY.needs(what));
        }
        return given;
    }

    private static int number(@Nullable String text, String what, int least, int most) {
        String given = given(text);
        int number = given.matches("[0-9]{1,3}") ? Integer.parseInt(given) : 0;
        if (number < least || number > most) {
            throw new BadRequestException(VerdictWords.SAY.wholeNumber(what, least, most));
        }
        return number;
    }

    private static String address(String text, String what) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && text.length() <= LONGEST_TEXT) {
                return text.replaceFirst("^(?i)(https?)", uri.getScheme().toLowerCase(Locale.ROOT));
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new BadRequestException(VerdictWords.SAY.beginsWith(what));
    }
}
