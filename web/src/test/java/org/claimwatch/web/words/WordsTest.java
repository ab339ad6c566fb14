package org.claimwatch.web.words;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import io.quarkus.qute.RawString;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every message is there in every language, takes what the others take, and has each of the language's plural forms. */
class WordsTest {
    @Test
    void says_everything_in_every_language() {
        var each = new SoftAssertions();
        for (Class<?> bundle : bundles()) {
            Set<String> methods = methods(bundle).map(Method::getName).collect(toSet());
            for (Language language : Language.values()) {
                if (language != Language.ENGLISH) {
                    each.assertThat(Bundle.translated(bundle, language).stringPropertyNames())
                            .as("%s, %s", bundle.getSimpleName(), language)
                            .isEqualTo(methods);
                }
            }
            methods(bundle)
                    .forEach(method -> Arrays.stream(Language.values())
                            .forEach(language -> hold(method, pattern(method, language), language, each)));
        }
        each.assertAll();
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 1, 1 outlet",
        "ENGLISH, 1234, '1,234 outlets'",
        "GERMAN, 1, 1 Medium",
        "GERMAN, 1234, 1.234 Medien",
        "ARABIC, 0, 0 وسيلة إعلامية",
        "ARABIC, 1, وسيلة إعلامية واحدة",
        "ARABIC, 2, وسيلتان إعلاميتان",
        "ARABIC, 3, 3 وسائل إعلامية",
        "ARABIC, 11, 11 وسيلة إعلامية",
        "ARABIC, 100, 100 وسيلة إعلامية"
    })
    void counts_as_each_language_does(Language language, long count, String said) {
        assertThat(language.<String>speaking(() -> CountWords.SAY.outlets(count)))
                .isEqualTo(said);
    }

    @Test
    void what_a_sentence_of_markup_is_given_stays_text() {
        RawString said = ReadingWords.SAY.readAs("<b>&\"'");
        assertThat(said.getValue()).contains("&lt;b&gt;&amp;&quot;&#39;").doesNotContain("<b>");
    }

    @ParameterizedTest
    @CsvSource({
        "'de-AT,de;q=0.9,en;q=0.5', GERMAN",
        "'fr-FR,fr;q=0.9,ar;q=0.3', ARABIC",
        "ar-EG, ARABIC",
        "fr, ",
        "*, ",
        "',;q=', "
    })
    void speaks_what_a_browser_asks_for_first(String header, Language spoken) {
        assertThat(Language.accepted(header).orElse(null)).isEqualTo(spoken);
    }

    private static void hold(Method method, String text, Language language, SoftAssertions each) {
        String where = "%s.%s, %s".formatted(method.getDeclaringClass().getSimpleName(), method.getName(), language);
        var taken = new HashSet<String>();
        if (method.getParameterCount() > 0) {
            MessagePattern pattern = new MessagePattern(text);
            for (int i = 0; i < pattern.countParts(); i++) {
                Part part = pattern.getPart(i);
                if (part.getType() == Part.Type.ARG_NAME || part.getType() == Part.Type.ARG_NUMBER) {
                    taken.add(pattern.getSubstring(part));
                }
                if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
                    each.assertThat(selectors(pattern, i))
                            .as("plural forms of %s", where)
                            .containsAll(
                                    PluralRules.forLocale(language.locale()).getKeywords());
                }
            }
        }
        each.assertThat(taken)
                .as("what %s takes", where)
                .isEqualTo(Arrays.stream(method.getParameters())
                        .map(Parameter::getName)
                        .collect(toSet()));
    }

    /** Of the argument that starts there, not of those within it. */
    private static List<String> selectors(MessagePattern pattern, int start) {
        var found = new ArrayList<String>();
        int end = pattern.getLimitPartIndex(start);
        for (int i = start + 1; i < end; i++) {
            Part part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_SELECTOR) {
                found.add(pattern.getSubstring(part));
            } else if (part.getType() == Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return found;
    }

    private static String pattern(Method method, Language language) {
        return language == Language.ENGLISH
                ? method.getAnnotation(English.class).value()
                : Bundle.translated(method.getDeclaringClass(), language).getProperty(method.getName(), "");
    }

    private static Stream<Method> methods(Class<?> bundle) {
        return Arrays.stream(bundle.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(English.class));
    }

    private static List<Class<?>> bundles() {
        return Arrays.stream(Words.class.getDeclaredMethods())
                .<Class<?>>map(Method::getReturnType)
                .filter(type -> type.getSimpleName().endsWith("Words"))
                .toList();
    }
}
