package org.claimwatch.web.words;

/** Numbers with what they count, right for each number in each language. */
public interface CountWords {
    CountWords SAY = Bundle.of(CountWords.class);

    @English("{n, plural, one{# actor} other{# actors}}")
    String actors(Number n);

    @English("{n, plural, one{# address} other{# addresses}}")
    String addresses(Number n);

    @English("{n, plural, one{# alert} other{# alerts}}")
    String alerts(Number n);

    @English("{n, plural, one{# article} other{# articles}}")
    String articles(Number n);

    @English("{n, plural, one{# claim} other{# claims}}")
    String claims(Number n);

    @English("{n, plural, one{# day} other{# days}}")
    String days(Number n);

    @English("{n, plural, one{# decision} other{# decisions}}")
    String decisions(Number n);

    @English("{n, plural, one{# doubtful reading} other{# doubtful readings}}")
    String doubtful(Number n);

    @English("{n, plural, one{# entry} other{# entries}}")
    String entries(Number n);

    @English("{n, plural, one{# feed} other{# feeds}}")
    String feeds(Number n);

    @English("{n, plural, one{# hour} other{# hours}}")
    String hours(Number n);

    @English("{n, plural, one{# independent origin} other{# independent origins}}")
    String origins(Number n);

    @English("{n, plural, one{# other outlet} other{# other outlets}}")
    String otherOutlets(Number n);

    @English("{n, plural, one{# outlet} other{# outlets}}")
    String outlets(Number n);

    @English("{n, plural, one{# pair} other{# pairs}}")
    String pairs(Number n);

    @English("{n, plural, one{# paragraph} other{# paragraphs}}")
    String paragraphs(Number n);

    @English("{n, plural, one{# recipient} other{# recipients}}")
    String recipients(Number n);

    @English("{n, plural, one{# relay} other{# relays}}")
    String relays(Number n);

    @English("{n, plural, one{# reprint} other{# reprints}}")
    String reprints(Number n);

    @English("{n, plural, one{# reversal} other{# reversals}}")
    String reversals(Number n);

    @English("{n, plural, one{# review} other{# reviews}}")
    String reviews(Number n);

    @English("{n, plural, one{# sentence} other{# sentences}}")
    String sentences(Number n);

    @English("{n, plural, one{# statement} other{# statements}}")
    String statements(Number n);

    @English("{n, plural, one{# story} other{# stories}}")
    String stories(Number n);

    @English("{n, plural, one{# voice} other{# voices}}")
    String voices(Number n);

    @English("more than {counted}")
    String moreThan(String counted);

    @English("{n}")
    String number(Number n);

    @English("{n, number, percent}")
    String share(Number n);
}
