package org.claimwatch.ingest.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final String REPORT = prose(1, 260);
    private static final String OTHER = prose(2, 260);

    @Test
    void a_reprint_with_light_edits_a_paragraph_more_or_less_is_one() {
        assertThat(alike(REPORT, "SOLWICK (Agency) - " + REPORT)).isTrue();
        assertThat(alike(REPORT, REPORT + "\n\n" + prose(3, 300)))
                .as("a paragraph added")
                .isTrue();
        assertThat(alike(REPORT, REPORT.substring(0, REPORT.length() / 2)))
                .as("cut")
                .isTrue();
        assertThat(alike(REPORT, edited(REPORT, 20))).as("every twentieth word").isTrue();
        assertThat(alike(REPORT, OTHER)).isFalse();
        assertThat(alike(REPORT, edited(REPORT, 3))).as("told anew").isFalse();
    }

    @Test
    void the_paragraphs_that_desks_put_under_everything_make_no_two_alike() {
        String standing = prose(9, 110);
        assertThat(alike(prose(4, 90) + "\n\n" + standing, prose(5, 90) + "\n\n" + standing))
                .isFalse();
        assertThat(alike(prose(4, 40) + "\n\n" + standing, prose(5, 40) + "\n\n" + standing))
                .isFalse();
        String credit = "\n\nReporting by Anna Berg and Carl Dorn; Editing by Eva Falk. " + prose(8, 20);
        String arabic = "قال الوزير إن تحرير المدينة سيبدأ غدا وإن المصدر: الجيش";
        assertThat(Shingles.of(arabic).size()).as("no credit line").isPositive();
        assertThat(Shingles.of(REPORT + credit).size())
                .isEqualTo(Shingles.of(REPORT).size());
    }

    @Test
    void two_reports_that_quote_one_speech_are_not_alike_and_two_copies_of_the_speech_are() {
        for (String marks : new String[] {"“”", "\"\"", "„“", "«»", "‘’"}) {
            String quoted = marks.charAt(0) + prose(6, 150) + marks.charAt(1);
            assertThat(alike(prose(4, 40) + "\n\n" + quoted, prose(5, 40) + "\n\n" + quoted))
                    .as(marks)
                    .isFalse();
            assertThat(alike(prose(4, 40) + "\n\n" + quoted, prose(4, 40) + "\n\n" + quoted))
                    .as(marks)
                    .isTrue();
            assertThat(alike(quoted, quoted)).as(marks).isTrue();
        }
    }

    @Test
    void a_live_blog_is_told_from_an_article() {
        assertThat(LiveBlog.is("Rubelin: live updates", "https://a.example/x", REPORT))
                .isTrue();
        assertThat(LiveBlog.is("Der Tag im Liveticker", "https://a.example/x", REPORT))
                .isTrue();
        assertThat(LiveBlog.is("Flut", "https://a.example/flut-liveticker-12345.html", REPORT))
                .isTrue();
        assertThat(LiveBlog.is("تغطية مباشرة: القمة", "https://a.example/x", REPORT))
                .isTrue();
        assertThat(LiveBlog.is("Floods", "https://a.example/x", entries(4))).isTrue();
        assertThat(LiveBlog.is("Floods", "https://a.example/x", entries(3))).isFalse();
        assertThat(LiveBlog.is("Where to live in Solwick", "https://a.example/where-to-live-in-solwick", REPORT))
                .isFalse();
        assertThat(LiveBlog.is("They deliver letters", "https://a.example/deliver-letters", REPORT))
                .isFalse();
    }

    @Test
    void scripts_without_spaces_and_vowel_points_are_read() {
        String chinese = "外交部发言人星期五在记者会上表示两国代表团已原则上同意停火六十天并将于星期一早晨生效此前双方在湖边旅馆彻夜谈判直到凌晨四点才签署文本";
        assertThat(alike(chinese, chinese + "观察员将驻守河流两岸")).isTrue();
        assertThat(Shingles.of("كَتَبَ الوزيرُ رسالةً طويلةً أمس").inOrder())
                .isEqualTo(Shingles.of("كتب الوزير رسالة طويلة أمس").inOrder());
        assertThat(Shingles.of("He said “no, not now” then").inOrder())
                .isEqualTo(Shingles.of("he said \"No, not now\" then").inOrder());
    }

    @Test
    void the_same_text_has_the_same_bands_on_every_machine() {
        assertThat(MinHash.bands(Shingles.of(REPORT))).hasSize(32);
        assertThat(Arrays.hashCode(MinHash.bands(Shingles.of("one two three four five six seven"))))
                .isEqualTo(Arrays.hashCode(MinHash.bands(Shingles.of("One, two three; four five six seven."))));
    }

    private static boolean alike(String one, String other) {
        boolean found = Likeness.between(Shingles.of(one), Shingles.of(other)).isNearDuplicate();
        assertThat(Likeness.between(Shingles.of(other), Shingles.of(one)).isNearDuplicate())
                .isEqualTo(found);
        return found;
    }

    private static String entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "1" + i + ":05 " + prose(20 + i, 30))
                .collect(Collectors.joining("\n\n"));
    }

    private static String prose(int seed, int words) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, words)
                .mapToObj(i -> random.ints(4, 'a', 'z' + 1)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining())
                        + (i % 12 == 11 ? "." : ""))
                .collect(Collectors.joining(" "));
    }

    private static String edited(String text, int every) {
        String[] words = text.split(" ", -1);
        for (int i = every / 2; i < words.length; i += every) {
            words[i] = "edited" + i;
        }
        return String.join(" ", words);
    }
}
