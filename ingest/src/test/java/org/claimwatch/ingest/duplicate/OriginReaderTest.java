package org.claimwatch.ingest.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginReaderTest {
    private static final String BODY = "The river rose on Friday.\n\nTwo bridges were closed.";
    private final OriginReader reader = new OriginReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LONDON, Sept 9 (Reuters) - The river rose. | Reuters",
                "LONDON (AP) — The river rose. | Associated Press",
                "Berlin (dpa/lby) – Der Fluss stieg. | dpa",
                "SOLWICK, Lindmark, Sept 13 (Halyard) - The river rose. | Halyard",
                "SOLWICK (Halyard) – The river rose. | Halyard",
                "PARIS, 9 September 2025 (AFP) - The river rose. | AFP",
                "Damascus, SANA- The river rose. | SANA",
                "دمشق - سانا - ارتفع منسوب النهر. | SANA",
                "لندن 9 سبتمبر (رويترز) - ارتفع منسوب النهر. | Reuters",
                "باريس (أ ف ب) - ارتفع منسوب النهر. | AFP"
            })
    void a_dateline_names_the_agency(String first, String name) {
        assertThat(reader.read(first + "\n\n" + BODY, List.of(), "Gazette").map(NamedOrigin::name))
                .isEqualTo(java.util.Optional.ofNullable(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(Reuters) | Reuters",
                "Reuters | Reuters",
                "– AFP | AFP",
                "dpa | dpa",
                "Source: Agence France-Presse | AFP",
                "Quelle: dpa | dpa",
                "المصدر: رويترز | Reuters",
                "Two bridges remain closed. (AFP) | AFP",
                "© 2025 The Associated Press. All rights reserved. | Associated Press",
                "Copyright 2025 Halyard. All rights reserved. | Halyard",
                "This article was first published by The Brennhaven Courier. | Brennhaven Courier",
                "This story originally appeared in Counting House and is republished with permission. | Counting House",
                "Republished from the Sable Harbour Gazette under a free licence. | Sable Harbour Gazette",
                "Dieser Text erschien zuerst in der Lindmarker Abendzeitung. | Lindmarker Abendzeitung",
                "Dieser Artikel wurde zuerst bei Correctiv veröffentlicht. | Correctiv",
                "نُشر هذا المقال أولا في صحيفة صدى المصب. | صدى المصب"
            })
    void so_does_a_credit_at_the_end(String last, String name) {
        String text = BODY + "\n\n" + last;
        NamedOrigin origin = reader.read(text, List.of(), "Daily Gazette").orElseThrow();
        assertThat(origin.name()).isEqualTo(name);
        assertThat(text.substring(text.offsetByCodePoints(0, origin.start()), text.offsetByCodePoints(0, origin.end())))
                .as("the span is the name as printed")
                .isSubstringOf(last);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The minister told Reuters that the river rose.",
                "The Foreign Office (FCO) - the ministry - denied it.",
                "LONDON (Friday 9) - The river rose.",
                "Anna Berg (42) - a baker - left.",
                "Anna Berg, a reporter at AFP, was there.",
                "The article was published on Friday.",
                "The report was published in January.",
                "Source: the ministry of transport and waterways of the north",
                "Daily Gazette",
                "Copyright 2025 Daily Gazette. All rights reserved.",
                "LONDON (Daily Gazette) - The river rose.",
                "قال الوزير لرويترز إن النهر ارتفع."
            })
    void a_mention_and_oneself_are_none(String line) {
        assertThat(reader.read(line + "\n\n" + BODY + "\n\n" + line, List.of("Anna Berg"), "Daily Gazette"))
                .isEmpty();
    }

    @Test
    void an_agency_for_an_author_is_one() {
        assertThat(reader.read(BODY, List.of("Anna Berg", "Von dpa"), "Gazette").orElseThrow())
                .isEqualTo(new NamedOrigin("dpa", "Von dpa", -1, -1));
        assertThat(reader.read(BODY, List.of("AP"), "The Japan Times").map(NamedOrigin::name))
                .contains("Associated Press");
        assertThat(reader.read(BODY, List.of("Reuters"), "Reuters")).isEmpty();
    }
}
