package org.claimwatch.web.words;

import com.ibm.icu.text.MessageFormat;
import io.quarkus.qute.RawString;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message in one language; ICU's MessageFormat knows the plurals and writes the numbers.
 *
 * @param markup whether it is HTML, so that what it is given must be escaped
 */
record Message(
        String pattern, @Nullable MessageFormat format, List<String> parameters, boolean markup, Language language) {
    /** Round a text of unknown direction, so that it does not turn the sentence that it stands in (Unicode, UAX 9). */
    private static final String ISOLATED = "\u2068%s\u2069";

    static Message of(Method method, String pattern, Language language) {
        List<String> parameters =
                Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
        return new Message(
                pattern,
                parameters.isEmpty() ? null : new MessageFormat(pattern, language.locale()),
                parameters,
                method.getReturnType() == RawString.class,
                language);
    }

    String say(Object[] arguments) {
        if (format == null) {
            return pattern;
        }
        Map<String, @Nullable Object> named = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            named.put(parameters.get(i), argument(parameters.get(i), arguments[i]));
        }
        // It is not for several threads at once, and a copy of it would look up plurals and digits anew each time.
        synchronized (format) {
            return format.format(named);
        }
    }

    private @Nullable Object argument(String name, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case RawString raw -> raw.getValue();
            case Enum<?> one -> one.name();
            case Boolean yes -> yes.toString();
            case Number id when name.startsWith("href") -> id.toString();
            case String text -> {
                String safe = markup ? escaped(text) : text;
                yield language.rightToLeft() && isName(name) ? ISOLATED.formatted(safe) : safe;
            }
            default -> value;
        };
    }

    /** An address is none, nor is a word that chooses among several wordings. */
    private boolean isName(String parameter) {
        return !parameter.startsWith("href") && !pattern.contains("{" + parameter + ", select,");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
