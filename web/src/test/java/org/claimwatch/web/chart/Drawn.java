package org.claimwatch.web.chart;

import io.quarkus.qute.Engine;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.claimwatch.web.words.Words;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A drawing as its template writes it, and where its texts and shapes lie. */
record Drawn(String html, Document svg) {
    private static final Path TAGS = Path.of("src/main/resources/templates/tags");

    /** Where something lies, in pixels. */
    record Box(String what, double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    static Drawn of(String tag, Object chart) {
        Engine engine = engine();
        String html = engine.parse("{#%s chart /}".formatted(tag), Variant.forContentType(Variant.TEXT_HTML))
                .data("chart", chart)
                .render();
        var found = Pattern.compile("(?s)<svg.*</svg>").matcher(html);
        if (!found.find()) {
            throw new AssertionError("No drawing in " + html);
        }
        return new Drawn(
                html, parse("<all>" + found.group().replaceAll("</svg>(?s:.*?)<svg", "</svg><svg") + "</all>"));
    }

    private static Engine engine() {
        var builder = Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver());
        for (String tag : List.of("lanes", "multiples", "bars", "sparkline", "graph", "numbers")) {
            builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag));
        }
        builder.addNamespaceResolver(NamespaceResolver.builder("inject")
                .resolve(context -> context.getName().equals("words") ? new Words() : Results.notFound(context))
                .build());
        builder.addLocator(id -> Optional.of(TAGS.resolve(id.replaceFirst("^tags/", "") + ".html"))
                .filter(Files::exists)
                .map(Drawn::located));
        builder.addResultMapper(new io.quarkus.qute.HtmlEscaper(List.of(Variant.TEXT_HTML)));
        return builder.build();
    }

    private static io.quarkus.qute.TemplateLocator.TemplateLocation located(Path file) {
        return new io.quarkus.qute.TemplateLocator.TemplateLocation() {
            @Override
            public java.io.Reader read() {
                try {
                    return Files.newBufferedReader(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
            }
        };
    }

    private static Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new java.io.StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("The drawing is no XML: " + xml, e);
        }
    }

    /** The texts that the eye sees, by the room that they are given. */
    List<Box> texts() {
        return elements("text").stream()
                .map(text -> {
                    String words = words(text);
                    int size = switch (text.getAttribute("class")) {
                        case "small" -> 11;
                        case "count" -> 10;
                        case "value" -> 12;
                        default -> 13;
                    };
                    double width = Label.width(words, size);
                    double x = Double.parseDouble(text.getAttribute("x"));
                    double left = switch (text.getAttribute("text-anchor")) {
                        case "middle" -> x - width / 2;
                        case "end" -> x - width;
                        default -> x;
                    };
                    double y = Double.parseDouble(text.getAttribute("y"));
                    return new Box(words, left, y - size * 0.8, left + width, y + size * 0.2);
                })
                .toList();
    }

    private static String words(Element text) {
        String all = text.getTextContent();
        NodeList titles = text.getElementsByTagName("title");
        return titles.getLength() == 0
                ? all
                : all.substring(titles.item(0).getTextContent().length());
    }

    /** Marks, by the points of their outlines. */
    List<Box> shapes(String css) {
        return Stream.concat(elements("path").stream(), elements("rect").stream())
                .filter(shape -> (" " + shape.getAttribute("class") + " ").contains(" " + css + " "))
                .map(Drawn::box)
                .toList();
    }

    List<Box> shapes() {
        return Stream.concat(elements("path").stream(), elements("rect").stream())
                .map(Drawn::box)
                .toList();
    }

    private static Box box(Element shape) {
        if (shape.getTagName().equals("rect")) {
            double x = Double.parseDouble(shape.getAttribute("x"));
            double y = Double.parseDouble(shape.getAttribute("y"));
            return new Box(
                    "rect",
                    x,
                    y,
                    x + Double.parseDouble(shape.getAttribute("width")),
                    y + Double.parseDouble(shape.getAttribute("height")));
        }
        return outline(shape.getAttribute("d"));
    }

    private static Box outline(String d) {
        double x = 0;
        double y = 0;
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        var command = Pattern.compile("([MLHVCaZ])([^MLHVCaZ]*)").matcher(d);
        while (command.find()) {
            double[] numbers = Stream.of(command.group(2).strip().split("[ ,]+"))
                    .filter(n -> !n.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            switch (command.group(1)) {
                case "H" -> x = numbers[0];
                case "V" -> y = numbers[0];
                case "a" -> {
                    x += numbers[5];
                    y += numbers[6];
                    grow(box, x, y - numbers[0]);
                    grow(box, x, y + numbers[0]);
                }
                case "Z" -> {}
                default -> {
                    for (int i = 0; i + 1 < numbers.length; i += 2) {
                        x = numbers[i];
                        y = numbers[i + 1];
                        grow(box, x, y);
                    }
                }
            }
            grow(box, x, y);
        }
        return new Box(d, box[0], box[1], box[2], box[3]);
    }

    private static void grow(double[] box, double x, double y) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
    }

    Box view() {
        double[] view = Stream.of(
                        elements("svg").getFirst().getAttribute("viewBox").split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Box("view", view[0], view[1], view[0] + view[2], view[1] + view[3]);
    }

    private List<Element> elements(String tag) {
        NodeList found = svg.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> (Element) found.item(i))
                .toList();
    }
}
