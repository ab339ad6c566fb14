package org.claimwatch.web.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimwatch.common.claim.ClaimPolarity.ASSERTS;
import static org.claimwatch.common.claim.ClaimPolarity.DENIES;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.claimwatch.web.network.Network.Member;
import org.claimwatch.web.network.Network.Relation;
import org.claimwatch.web.network.Network.Stand;
import org.junit.jupiter.api.Test;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** Who agrees with whom, and that other programs can read it. */
class NetworkTest {
    private static final Member ADA = new Member(1, "Ada <b>", "PERSON", "Office & Sons");
    private static final Member BEN = new Member(2, "=Ben, \"the\"\u0000", "PERSON", null);
    private static final Member CYD = new Member(3, "صدى", "GROUP", null);
    private static final List<Member> ALL = List.of(ADA, BEN, CYD);

    @Test
    void one_side_joins_and_two_sides_part() {
        Network network = Network.of(
                ALL,
                List.of(
                        new Stand(1, 10, ASSERTS),
                        new Stand(2, 10, ASSERTS),
                        new Stand(3, 10, DENIES),
                        new Stand(1, 11, DENIES),
                        new Stand(2, 11, DENIES),
                        new Stand(3, 12, ASSERTS)),
                List.of());
        assertThat(network.pairs())
                .extracting(pair ->
                        "%d-%d +%s -%s".formatted(pair.one().id(), pair.other().id(), pair.agree(), pair.disagree()))
                .containsExactlyInAnyOrder("1-2 +[10, 11] -[]", "1-3 +[] -[10]", "2-3 +[] -[10]");
    }

    @Test
    void claims_that_say_the_same_join_and_claims_that_contradict_part() {
        Network network = Network.of(
                ALL,
                List.of(new Stand(1, 10, ASSERTS), new Stand(2, 11, ASSERTS), new Stand(3, 12, ASSERTS)),
                List.of(
                        new Relation(10, 11, ClaimRelationKind.CONTRADICTS),
                        new Relation(11, 10, ClaimRelationKind.CONTRADICTS),
                        new Relation(12, 10, ClaimRelationKind.SAME_AS)));
        assertThat(network.pairs())
                .extracting(pair ->
                        "%d-%d +%s -%s".formatted(pair.one().id(), pair.other().id(), pair.agree(), pair.disagree()))
                .containsExactlyInAnyOrder("1-2 +[] -[10]", "1-3 +[10] -[]");
    }

    @Test
    void who_shares_nothing_is_not_in_it() {
        Network network = Network.of(ALL, List.of(new Stand(1, 10, ASSERTS), new Stand(2, 11, ASSERTS)), List.of());
        assertThat(network.members()).isEmpty();
        assertThat(network.pairs()).isEmpty();
    }

    private static Network three() {
        return Network.of(
                ALL,
                List.of(new Stand(1, 10, ASSERTS), new Stand(2, 10, ASSERTS), new Stand(3, 10, DENIES)),
                List.of());
    }

    @Test
    void its_graphml_is_valid_by_the_schema() throws Exception {
        assertValid(graphml(three()));
        assertValid(graphml(new Network(List.of(), List.of())));
        assertThat(graphml(three()))
                .contains("Ada &lt;b", "Office &amp; Sons", "<node id=\"a3\">", "<data key=\"disagree\">1</data>")
                .doesNotContain("\u0000");
        assertThatThrownBy(() -> assertValid(graphml(three()).replace("<node id=", "<knot id=")))
                .isInstanceOf(SAXException.class);
    }

    private static void assertValid(String graphml) throws Exception {
        var schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        var documents =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        // Out of the package instead of the network.
        schemas.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            LSInput input = documents.createLSInput();
            input.setSystemId(carried(systemId.replaceFirst(".*/", "")).toString());
            return input;
        });
        var schema = schemas.newSchema(new StreamSource(carried("graphml.xsd").toString()));
        schema.newValidator().validate(new StreamSource(new StringReader(graphml)));
    }

    private static URL carried(String file) {
        return Objects.requireNonNull(NetworkTest.class.getResource("/" + file), file);
    }

    @Test
    void its_csv_is_no_formula() throws IOException {
        assertThat(csv(three()))
                .startsWith("actor_id,actor,other_id,other,agree,disagree\r\n")
                .contains("1,Ada <b>,2,\"'=Ben, \"\"the\"\"\u0000\",1,0\r\n");
        assertThat(csv(three()).split("\r\n")).hasSize(4);
    }

    private static String graphml(Network network) throws IOException {
        var out = new ByteArrayOutputStream();
        NetworkFiles.graphml(network, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String csv(Network network) throws IOException {
        var out = new ByteArrayOutputStream();
        NetworkFiles.csv(network, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
