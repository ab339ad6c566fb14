package org.claimwatch.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before a feed's first element, read by hand: no parser ever sees a document type, so none can be made to
 * load a file or to grow.
 *
 * <p>Of the entities that a document declares, those that stand for a few plain characters are put in their places;
 * they cannot nest, and together they add no more than {@link #MOST_ADDED} characters.
 *
 * @param body from the first element on, with those entities in place
 */
record XmlProlog(String body) {
    private static final int MOST_ADDED = 100_000;
    private static final int MOST_ENTITIES = 300;
    private static final int LONGEST_ENTITY = 500;

    private static final Pattern ENTITY =
            Pattern.compile("<!ENTITY\\s+([\\w.:-]{1,60})\\s+(?:\"([^\"]{0,500})\"|'([^']{0,500})')");
    private static final Pattern PLAIN = Pattern.compile("(?:[^<&%]|&#x?[0-9a-fA-F]{1,6};)*+");
    private static final Pattern REFERENCE = Pattern.compile("<!\\[CDATA\\[|&([\\w.:-]{1,60});");

    static XmlProlog read(String text) {
        int at = 0;
        Map<String, String> entities = Map.of();
        while (true) {
            int open = text.indexOf('<', at);
            if (open < 0) {
                return new XmlProlog("");
            }
            int end;
            if (text.startsWith("<!--", open)) {
                end = after(text, "-->", open + 4);
            } else if (text.startsWith("<?", open)) {
                end = after(text, "?>", open + 2);
            } else if (text.regionMatches(true, open, "<!DOCTYPE", 0, 9)) {
                end = endOfDoctype(text, open);
                entities = entities(text.substring(open, end));
            } else {
                String body = text.substring(open);
                return new XmlProlog(entities.isEmpty() ? body : replaced(body, entities));
            }
            at = end;
        }
    }

    private static int after(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    /** The closing bracket outside of the internal subset and of quotation marks. */
    private static int endOfDoctype(String text, int open) {
        boolean inside = false;
        int at = open;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at);
                at = close < 0 ? at : close + 1;
            } else if (c == '<' && text.startsWith("<!--", at - 1)) {
                at = after(text, "-->", at + 3);
            } else if (c == '[') {
                inside = true;
            } else if (c == ']') {
                inside = false;
            } else if (c == '>' && !inside) {
                return at;
            }
        }
        // A document type without an end: nothing of the feed would be left.
        return after(text, ">", open);
    }

    private static Map<String, String> entities(String doctype) {
        Map<String, String> entities = new HashMap<>();
        Matcher declaration = ENTITY.matcher(doctype);
        while (declaration.find() && entities.size() < MOST_ENTITIES) {
            String value = declaration.group(2) == null ? declaration.group(3) : declaration.group(2);
            if (value.length() <= LONGEST_ENTITY && PLAIN.matcher(value).matches()) {
                entities.putIfAbsent(
                        declaration.group(1), value.replace("\"", "&quot;").replace("'", "&#39;"));
            }
        }
        return entities;
    }

    private static String replaced(String body, Map<String, String> entities) {
        StringBuilder out = new StringBuilder(body.length() + 1_000);
        Matcher reference = REFERENCE.matcher(body);
        int at = 0;
        int added = 0;
        while (added < MOST_ADDED && reference.find()) {
            if (reference.start() < at) {
                continue;
            }
            String value = reference.group(1) == null ? null : entities.get(reference.group(1));
            int end = reference.group(1) == null ? after(body, "]]>", reference.end()) : reference.end();
            out.append(body, at, value == null ? end : reference.start());
            if (value != null) {
                out.append(value);
                added += value.length();
            }
            at = end;
        }
        return out.append(body, at, body.length()).toString();
    }
}
