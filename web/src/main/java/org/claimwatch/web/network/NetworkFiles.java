package org.claimwatch.web.network;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.claimwatch.web.layout.Csv;
import org.claimwatch.web.network.Network.Member;
import org.claimwatch.web.network.Network.Pair;
import org.jspecify.annotations.Nullable;

/** A network as other programs read it: GraphML 1.0 for Gephi, visone and igraph, and CSV for everything else. */
final class NetworkFiles {
    private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private NetworkFiles() {}

    static void graphml(Network network, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(GRAPHML);
            xml.writeNamespace("xsi", INSTANCE);
            xml.writeAttribute("xsi", INSTANCE, "schemaLocation", GRAPHML + " " + GRAPHML + "/1.0/graphml.xsd");
            key(xml, "name", "node", "string");
            key(xml, "kind", "node", "string");
            key(xml, "affiliation", "node", "string");
            key(xml, "agree", "edge", "int");
            key(xml, "disagree", "edge", "int");
            key(xml, "weight", "edge", "int");
            xml.writeStartElement("graph");
            xml.writeAttribute("id", "agreement");
            xml.writeAttribute("edgedefault", "undirected");
            for (Member member : network.members()) {
                node(xml, member);
            }
            for (Pair pair : network.pairs()) {
                edge(xml, pair);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("The network could not be written to its end", e);
        }
    }

    private static void key(XMLStreamWriter xml, String name, String of, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", of);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", type);
    }

    private static void node(XMLStreamWriter xml, Member member) throws XMLStreamException {
        xml.writeStartElement("node");
        xml.writeAttribute("id", "a" + member.id());
        data(xml, "name", member.name());
        data(xml, "kind", member.kind());
        data(xml, "affiliation", member.affiliation());
        xml.writeEndElement();
    }

    private static void edge(XMLStreamWriter xml, Pair pair) throws XMLStreamException {
        xml.writeStartElement("edge");
        xml.writeAttribute("source", "a" + pair.one().id());
        xml.writeAttribute("target", "a" + pair.other().id());
        data(xml, "agree", Integer.toString(pair.agree().size()));
        data(xml, "disagree", Integer.toString(pair.disagree().size()));
        data(
                xml,
                "weight",
                Integer.toString(pair.agree().size() - pair.disagree().size()));
        xml.writeEndElement();
    }

    private static void data(XMLStreamWriter xml, String key, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            // What XML 1.0 has no way to say is left out; the names of strangers may hold anything.
            xml.writeCharacters(value.codePoints()
                    .filter(NetworkFiles::sayable)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
            xml.writeEndElement();
        }
    }

    private static boolean sayable(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        return !control && c != 0xfffe && c != 0xffff && Character.getType(c) != Character.SURROGATE;
    }

    static void csv(Network network, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(Csv.line("actor_id", "actor", "other_id", "other", "agree", "disagree"));
        for (Pair pair : network.pairs()) {
            csv.write(Csv.line(
                    pair.one().id(),
                    pair.one().name(),
                    pair.other().id(),
                    pair.other().name(),
                    pair.agree().size(),
                    pair.disagree().size()));
        }
        csv.flush();
    }
}
