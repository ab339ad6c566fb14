package org.claimwatch.web.words;

/** What a query asks for, in words, and what is wrong with one. */
public interface QueryWords {
    QueryWords SAY = Bundle.of(QueryWords.class);

    @English("At the end of the query: expected {expected}.")
    String atEnd(String expected);

    @English("At character {character}, “{at}”: expected {expected}.")
    String at(Number character, String at, String expected);

    @English("Not understood")
    String notUnderstood();

    @English("{kind, select, STATEMENTS{All statements} ARTICLES{All articles} CLAIMS{All claims} other{All stories}}")
    String all(Enum<?> kind);

    @English("{kind, select, STATEMENTS{Statements} ARTICLES{Articles} CLAIMS{Claims} other{Stories}} {which}")
    String some(Enum<?> kind, String which);

    @English("{one} and {other}")
    String and(String one, String other);

    @English("{one} or {other}")
    String or(String one, String other);

    @English("not {part}")
    String not(String part);

    @English("with {words}")
    String with(String words);

    @English(
            "with {one} and {other} {within, plural, =1{side by side} one{at most # words apart} other{at most # words apart}}")
    String near(String one, String other, Number within);

    @English("the phrase “{text}…”")
    String phraseBegins(String text);

    @English("a word that begins with “{text}”")
    String wordBegins(String text);

    @English("the phrase “{text}”")
    String phrase(String text);

    @English("the word “{text}”")
    String word(String text);

    @English("by a speaker {exact, select, true{named} other{named like}} “{name}”")
    String speaker(Boolean exact, String name);

    @English("with a stance toward a target {exact, select, true{named} other{named like}} “{name}”")
    String target(Boolean exact, String name);

    @English("in an outlet {exact, select, true{named} other{named like}} “{name}”")
    String outlet(Boolean exact, String name);

    @English("that came through somebody {exact, select, true{named} other{named like}} “{name}”")
    String via(Boolean exact, String name);

    @English("in an outlet of the country “{code}”")
    String country(String code);

    @English("in the language “{code}”")
    String lang(String code);

    @English("in {form} speech")
    String form(String form);

    @English("{stance, select, favor{in favour of} against{against} other{neutral toward}} somebody or something")
    String stance(String stance);

    @English("{exact, select, true{that make the claim} other{whose claim has the words}} “{text}”")
    String claim(Boolean exact, String text);

    @English("in an article whose headline, section or story has the words “{words}”")
    String topic(String words);

    @English("published in {day} or later (UTC)")
    String since(String day);

    @English("published in {day} or earlier (UTC)")
    String until(String day);

    @English(
            "{value, select, yes{that are check-worthy} no{that are not check-worthy} other{whose check-worthiness is at least {value}}}")
    String checkWorthy(String value);

    @English("{value, select, yes{that the machine doubts} other{that the machine does not doubt}}")
    String doubtful(String value);

    @English("a name after {field}:, in quotation marks if it has spaces")
    String name(String field);

    @English("words after {field}:, in quotation marks if there are several")
    String wordsAfter(String field);

    @English("a country's two letters after country:, as in country:DE")
    String countryCode();

    @English("a language's code after lang:, as in lang:ar")
    String langCode();

    @English("direct, indirect or mixed after form:")
    String forms();

    @English("favor, against or neutral after stance:")
    String stances();

    @English("a day, a month or a year after {field}:, as in {field}:2025-09-30")
    String day(String field);

    @English("yes, no or the least score from 0 to 1 after checkworthy:")
    String score();

    @English("yes or no after {field}:")
    String yesOrNo(String field);

    @English("no more than {most} characters in a query")
    String tooLong(Number most);

    @English("no more than {most} words and fields in a query")
    String tooMany(Number most);

    @English("the end, or another word: no bracket is open that this one could close")
    String noOpenBracket();

    @English("no more than {most} brackets or NOTs within each other")
    String tooDeep(Number most);

    @English("a bracket that closes the one at character {at}")
    String closeBracket(Number at);

    @English("a word or a phrase on both sides of NEAR")
    String bothSides();

    @English("AND here: NEAR stands between two words or phrases only")
    String andHere();

    @English("a word, a phrase or a field before the closing bracket")
    String beforeClose();

    @English("a word, a phrase, a field or a bracket before AND and OR")
    String beforeAnd();

    @English("a word or a phrase before NEAR")
    String beforeNear();

    @English("a word, a phrase, a field or a bracket")
    String anything();

    @English("a word, a phrase, a field or a bracket right after the minus")
    String afterMinus();

    @English("how many words apart, from 1 to {most}, as in NEAR/5; in quotation marks it is a word")
    String apart(Number most);

    @English("Near each other: expected how many words apart, from 1 to 30.")
    String apartInForm();

    @English("AND, or nothing at all: words side by side must all be there")
    String useAnd();

    @English("OR, with spaces round it, for either of two")
    String useOr();

    @English("a minus or NOT before what must not be there")
    String useMinus();

    @English("NEAR/5 for words near each other, or a phrase in quotation marks")
    String useNear();

    @English("one of the fields {fields} – there is none named {name}: (in quotation marks it is a word)")
    String noSuchField(String fields, String name);

    @English("the value right after {field}:, without =")
    String withoutEquals(String field);

    @English("a star only where a word ends, as in cease*")
    String starAtEnd();

    @English("something with a letter or a digit in it")
    String letterOrDigit();

    @English("at least two letters before a star")
    String twoLetters();

    @English("a quotation mark that closes the one at character {at}")
    String closeQuote(Number at);
}
