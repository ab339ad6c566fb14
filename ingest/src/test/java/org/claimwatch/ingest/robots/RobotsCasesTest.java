package org.claimwatch.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.support.Cases;
import org.junit.jupiter.api.Test;

/** The robots.txt files of crawler-commons, where they lie beside this project. */
class RobotsCasesTest {
    private static final Path FILES = Path.of("../../shared/data/urls/crawler-commons/robots");
    private static final URI HOST = URI.create("http://domain.com/robots.txt");

    @Test
    void crawler_commons_files_are_understood_or_the_difference_is_argued() {
        assumeTrue(Files.isDirectory(FILES), "No " + FILES + " beside the project: nothing to compare with");
        assertThat(Cases.beside(RobotsCasesTest.class, "robots-cases.tsv", "robots-exceptions.tsv")
                        .compare(RobotsCasesTest::answer))
                .isEmpty();
    }

    private static String answer(String[] row) throws IOException {
        RobotsRules rules =
                RobotsRules.of(new Reply(HOST, 200, Map.of(), Files.readAllBytes(FILES.resolve(row[0]))), row[1]);
        return switch (row[2]) {
            case "delay" -> Long.toString(rules.crawlDelay().toMillis());
            case "sitemaps" -> String.join(" ", rules.sitemaps());
            default -> rules.allow(HOST.resolve(row[2])) ? "yes" : "no";
        };
    }
}
