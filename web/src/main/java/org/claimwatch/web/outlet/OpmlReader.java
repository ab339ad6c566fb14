package org.claimwatch.web.outlet;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.web.outlet.ListedOutlets.ListedFeed;
import org.claimwatch.web.outlet.ListedOutlets.Problem;
import org.claimwatch.web.words.FeedWords;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outlines of an OPML file (versions 1 and 2); {@link OpmlOutlets} makes outlets of them.
 *
 * <p>It loads no DTD and expands no entity that the file declares, so no file can name another or grow.
 */
final class OpmlReader {
    /** Deeper than any list that a person keeps. */
    private static final int DEEPEST = 50;

    private final List<Outline> feeds = new ArrayList<>();
    private final List<Folder> folders = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Folder> open = new ArrayDeque<>();

    private OpmlReader() {}

    /** An outline with a feed. */
    record Outline(
            int line,
            ListedFeed feed,
            @Nullable String htmlUrl,
            @Nullable Folder folder) {}

    /**
     * An outline around others.
     *
     * @param home the outlet's home page, where one of our own exports says so
     */
    record Folder(
            int line,
            String text,
            @Nullable String home,
            @Nullable String language,
            @Nullable String country,
            @Nullable String ownership) {}

    static ListedOutlets read(byte[] content) {
        OpmlReader reader = new OpmlReader();
        reader.readAll(content);
        return OpmlOutlets.of(reader.feeds, reader.folders, reader.problems);
    }

    private void readAll(byte[] content) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(content));
            int depth = 0;
            boolean isOpml = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    isOpml |= xml.getLocalName().equalsIgnoreCase("opml");
                    if (!isOpml) {
                        problems.add(new Problem(line(xml), FeedWords.SAY.notOpml()));
                        return;
                    }
                    if (++depth > DEEPEST) {
                        problems.add(new Problem(line(xml), FeedWords.SAY.tooDeep()));
                        return;
                    }
                    start(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    if (xml.getLocalName().equals("outline")) {
                        open.pop();
                    }
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            problems.add(new Problem(line, FeedWords.SAY.breaksOff()));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    private void start(XMLStreamReader xml) {
        if (!xml.getLocalName().equals("outline")) {
            return;
        }
        String text = Objects.requireNonNullElse(attribute(xml, "text", "title"), "");
        Folder folder = new Folder(
                line(xml), text, own(xml, "home"), own(xml, "language"), own(xml, "country"), own(xml, "ownership"));
        String url = attribute(xml, "xmlUrl", "xmlurl", "xmlURL");
        FeedKind kind = kind(own(xml, "kind"));
        if (url == null && kind != null) {
            url = attribute(xml, "url");
        }
        if (url != null) {
            String title = own(xml, "untitled") != null || text.isEmpty() ? null : text;
            feeds.add(new Outline(
                    line(xml),
                    new ListedFeed(url.strip(), title, kind),
                    attribute(xml, "htmlUrl", "htmlurl", "htmlURL"),
                    open.peek()));
        } else if (folder.home() != null) {
            folders.add(folder);
        }
        open.push(folder);
    }

    private static @Nullable FeedKind kind(@Nullable String name) {
        return Arrays.stream(FeedKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String own(XMLStreamReader xml, String name) {
        return xml.getAttributeValue(OpmlWriter.NAMESPACE, name);
    }

    private static @Nullable String attribute(XMLStreamReader xml, String... names) {
        for (String name : names) {
            String value = xml.getAttributeValue(null, name);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }

    private static int line(XMLStreamReader xml) {
        return xml.getLocation().getLineNumber();
    }
}
