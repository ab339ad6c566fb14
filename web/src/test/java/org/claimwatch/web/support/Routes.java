package org.claimwatch.web.support;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Every route of the application, read off its resource classes, so that a new one is tested without being listed. */
public record Routes(List<Route> all) {
    /** One method on one address. */
    public record Route(String verb, String template, Method method) {
        public boolean ofTeam() {
            return template.contains("/teams/{slug}");
        }

        /** The word below the team's own address, which says what it is about; what is a person's own is so wherever. */
        public String place() {
            String[] words = template.replaceFirst("^/api/v1", "").split("/", -1);
            if (Arrays.asList(words).contains("mine")) {
                return "mine";
            }
            return words.length > 3 ? words[3] : "";
        }

        /** Whether programs ask for it, with a token in place of a session. */
        public boolean ofApi() {
            return template.startsWith("/api/");
        }

        public boolean reads() {
            return verb.equals("GET");
        }

        /** Whether anybody may, signed in or not: who holds the link of a shared list. */
        public boolean open() {
            return method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
        }

        /** The names of what its form sends. */
        public List<String> fields() {
            var names = new TreeSet<String>();
            for (Parameter parameter : method.getParameters()) {
                RestForm form = parameter.getAnnotation(RestForm.class);
                if (form != null) {
                    names.add(form.value().isEmpty() ? parameter.getName() : form.value());
                }
                if (parameter.isAnnotationPresent(BeanParam.class)) {
                    for (Field field : parameter.getType().getDeclaredFields()) {
                        Stream.ofNullable(field.getAnnotation(FormParam.class))
                                .forEach(named -> names.add(named.value()));
                    }
                }
            }
            return List.copyOf(names);
        }

        /** Whether its form has a file in it, which browsers send in another way. */
        public boolean uploads() {
            return Arrays.asList(method.getParameterTypes()).contains(FileUpload.class);
        }

        /** The address with the slug and the id filled in. */
        public String path(String slug, long id) {
            return template.replace("{slug}", slug)
                    .replaceAll("\\{id:\\\\d\\+}|\\{id[^}]*}", Long.toString(id))
                    .replaceAll("\\{number[^/]*}", "1")
                    .replaceAll("\\{token[^/]*}", "no-token-that-anybody-holds");
        }

        @Override
        public String toString() {
            return verb + " " + template;
        }
    }

    public static Routes read() {
        return new Routes(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.claimwatch.web").stream()
                        .filter(c -> c.isAnnotatedWith(Path.class))
                        .flatMap(c -> routes(c.reflect()))
                        .toList());
    }

    private static Stream<Route> routes(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> {
            Path below = method.getAnnotation(Path.class);
            String template = ("/" + resource.getAnnotation(Path.class).value() + "/"
                            + (below == null ? "" : below.value()))
                    .replaceAll("/+", "/")
                    .replaceFirst("(?<=.)/$", "");
            return Arrays.stream(method.getAnnotations())
                    .flatMap(way -> Stream.ofNullable(way.annotationType().getAnnotation(HttpMethod.class)))
                    .map(verb -> new Route(verb.value(), template, method));
        });
    }
}
