package org.claimwatch.web.words;

import io.quarkus.qute.RawString;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks an interface of messages in the language spoken where it is asked: English from the methods themselves, the others
 * from {@code words/<bundle>_<language>.properties}. A message that one of them lacks stops the service from starting.
 */
final class Bundle implements InvocationHandler {
    private final Class<?> type;
    private final Map<Language, Map<Method, Message>> messages = new EnumMap<>(Language.class);

    private Bundle(Class<?> type) {
        this.type = type;
        for (Language language : Language.values()) {
            Function<Method, String> patterns = patterns(type, language);
            messages.put(
                    language,
                    Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(English.class))
                            .collect(Collectors.toUnmodifiableMap(
                                    Function.identity(),
                                    method -> Message.of(method, patterns.apply(method), language))));
        }
    }

    static <T> T of(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Bundle(type)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        Message message = messages.getOrDefault(Language.spoken(), Map.of()).get(method);
        if (message != null) {
            String said = message.say(arguments == null ? new Object[0] : arguments);
            return method.getReturnType() == RawString.class ? new RawString(said) : said;
        }
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName();
        };
    }

    private static Function<Method, String> patterns(Class<?> type, Language language) {
        if (language == Language.ENGLISH) {
            return method -> method.getAnnotation(English.class).value();
        }
        Properties translated = translated(type, language);
        return method -> {
            String pattern = translated.getProperty(method.getName());
            if (pattern == null) {
                throw new IllegalStateException("%s says nothing for %s.%s: add it to %s"
                        .formatted(language, type.getSimpleName(), method.getName(), file(type, language)));
            }
            return pattern;
        };
    }

    static Properties translated(Class<?> type, Language language) {
        var translated = new Properties();
        try (InputStream in = type.getResourceAsStream(file(type, language))) {
            if (in == null) {
                throw new IllegalStateException("There is no " + file(type, language));
            }
            translated.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return translated;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Class<?> type, Language language) {
        String name = type.getSimpleName().replaceFirst("Words$", "");
        return "/words/%s%s_%s.properties"
                .formatted(Character.toLowerCase(name.charAt(0)), name.substring(1), language.tag());
    }
}
