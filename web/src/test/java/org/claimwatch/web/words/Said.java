package org.claimwatch.web.words;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the messages say in English and not the same in German, to look for on a page in German. */
public final class Said {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    private static final List<Pattern> ONLY_IN_ENGLISH = Arrays.stream(Words.class.getDeclaredMethods())
            .map(Method::getReturnType)
            .filter(type -> type.getSimpleName().endsWith("Words"))
            .flatMap(Said::of)
            .toList();

    private Said() {}

    public static Stream<Pattern> onlyInEnglish() {
        return ONLY_IN_ENGLISH.stream();
    }

    private static Stream<Pattern> of(Class<?> bundle) {
        var german = Bundle.translated(bundle, Language.GERMAN);
        return Arrays.stream(bundle.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(English.class))
                .filter(method -> {
                    String english = method.getAnnotation(English.class).value();
                    return !english.equals(german.getProperty(method.getName()))
                            && !english.contains(", plural")
                            && !english.contains(", select")
                            && hasWordOfItsOwn(english, german.getProperty(method.getName()));
                })
                .map(method -> Pattern.compile("\\Q"
                        + method.getAnnotation(English.class).value().replaceAll("\\{\\w+}", "\\\\E.+\\\\Q") + "\\E"));
    }

    /** Whether a word of the English message is not in the German one, besides what is filled in. */
    private static boolean hasWordOfItsOwn(String english, String german) {
        String there = german.toLowerCase(Locale.ROOT);
        return WORD.matcher(english.replaceAll("\\{\\w+}", ""))
                .results()
                .anyMatch(word -> !there.contains(word.group().toLowerCase(Locale.ROOT)));
    }
}
