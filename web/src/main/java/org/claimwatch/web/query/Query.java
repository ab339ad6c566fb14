package org.claimwatch.web.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimwatch.web.reading.Condition;

/**
 * What somebody asked for: words and "phrases" (a minus before one excludes it, OR between two takes either), and
 * fields that narrow them.
 *
 * @param words in the syntax of PostgreSQL's websearch_to_tsquery
 * @param problems what was not understood, for the person who wrote it
 */
public record Query(String text, String words, List<Term> terms, List<String> problems) {
    private static final Pattern TOKEN = Pattern.compile("(?:([A-Za-z]+):)?(\"[^\"]*\"?|\\S+)");

    /** One narrowing field. */
    public record Term(Field field, String value) {
        public String shown() {
            return field.word() + ": " + value;
        }

        /** As one writes it in the search field. */
        public String written() {
            return "%s:\"%s\"".formatted(field.word(), value);
        }
    }

    /** By what one can narrow; %s stands for the parameter. */
    public enum Field {
        SPEAKER("""
                (strpos(lower(s.speaker_name), lower(:%1$s)) > 0 or exists (
                  select from actor_alias alias
                  where alias.actor_id = s.speaker_id and strpos(lower(alias.alias), lower(:%1$s)) > 0))"""),
        OUTLET("strpos(lower(o.name), lower(:%1$s)) > 0"),
        LANG("(lower(v.language) = lower(:%1$s) or lower(v.language) like lower(:%1$s) || '-%%')");

        private final String sql;

        Field(String sql) {
            this.sql = sql;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Field> of(String name) {
            return List.of(values()).stream()
                    .filter(field -> field.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    public static Query of(String text) {
        var words = new ArrayList<String>();
        var terms = new ArrayList<Term>();
        var problems = new ArrayList<String>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String name = token.group(1);
            String value = token.group(2);
            if (name == null) {
                words.add(value);
            } else if (Field.of(name).isPresent()) {
                String bare = value.replace("\"", "").strip();
                if (bare.isEmpty()) {
                    problems.add("%s: needs a value right after the colon.".formatted(name));
                } else {
                    terms.add(new Term(Field.of(name).orElseThrow(), bare));
                }
            } else {
                problems.add("There is no field %s: (character %d); there are speaker:, outlet: and lang:."
                        .formatted(name, token.start() + 1));
            }
        }
        return new Query(text.strip(), String.join(" ", words), List.copyOf(terms), List.copyOf(problems));
    }

    /** Nothing asked, everything meant. */
    public boolean empty() {
        return words.isEmpty() && terms.isEmpty();
    }

    public Condition condition() {
        var parts = new ArrayList<String>();
        Map<String, Object> parameters = new HashMap<>();
        if (!words.isEmpty()) {
            parts.add("""
                    (s.search @@ websearch_to_tsquery('simple', :words)
                     or c.search @@ websearch_to_tsquery('simple', :words))""");
            parameters.put("words", words);
        }
        for (Term term : terms) {
            String name = "term_" + parts.size();
            parts.add(term.field().sql.formatted(name));
            parameters.put(name, term.value());
        }
        return parts.isEmpty()
                ? Condition.ALL
                : new Condition(parts.stream().collect(Collectors.joining(" and ")), Map.copyOf(parameters));
    }

    /** The query in words. */
    public String explained() {
        var parts = new ArrayList<String>();
        if (!words.isEmpty()) {
            parts.add("whose words or claim match “%s”".formatted(words));
        }
        for (Term term : terms) {
            parts.add(
                    switch (term.field()) {
                        case SPEAKER -> "by a speaker named like “%s”".formatted(term.value());
                        case OUTLET -> "in an outlet named like “%s”".formatted(term.value());
                        case LANG -> "in the language “%s”".formatted(term.value());
                    });
        }
        return parts.isEmpty() ? "All statements" : "Statements " + String.join(", ", parts);
    }
}
