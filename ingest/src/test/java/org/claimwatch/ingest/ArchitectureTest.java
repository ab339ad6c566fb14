package org.claimwatch.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.claimwatch.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("command")
            .definedBy("..ingest.command..")
            .layer("poll")
            .definedBy("..ingest.poll..")
            .layer("discover")
            .definedBy("..ingest.discover..")
            .layer("store")
            .definedBy("..ingest.store..")
            .layer("retention")
            .definedBy("..ingest.retention..")
            .layer("archive")
            .definedBy("..ingest.archive..")
            .layer("robots")
            .definedBy("..ingest.robots..")
            .layer("feed")
            .definedBy("..ingest.feed..")
            .layer("extract")
            .definedBy("..ingest.extract..")
            .layer("duplicate")
            .definedBy("..ingest.duplicate..")
            .layer("fetch")
            .definedBy("..ingest.fetch..")
            .layer("wall")
            .definedBy("..ingest.wall..")
            .layer("websub")
            .definedBy("..ingest.websub..")
            .layer("silence")
            .definedBy("..ingest.silence..")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("poll")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("discover")
            .mayOnlyBeAccessedByLayers("poll")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("poll")
            .whereLayer("retention")
            .mayOnlyBeAccessedByLayers("poll")
            .whereLayer("archive")
            .mayOnlyBeAccessedByLayers("poll", "store", "retention")
            .whereLayer("websub")
            .mayOnlyBeAccessedByLayers("poll")
            .whereLayer("silence")
            .mayOnlyBeAccessedByLayers("poll")
            .whereLayer("wall")
            .mayOnlyBeAccessedByLayers("poll", "store")
            .whereLayer("robots")
            .mayOnlyBeAccessedByLayers("poll", "store", "websub", "discover")
            .whereLayer("feed")
            .mayOnlyBeAccessedByLayers("poll", "websub", "command", "discover")
            .whereLayer("duplicate")
            .mayOnlyBeAccessedByLayers("store")
            .whereLayer("extract")
            .mayOnlyBeAccessedByLayers("store", "command", "discover")
            .because("the route runs one way, feed → page → version: polling and the commands are at the top, and what"
                    + " reads a feed or a page knows neither where it came from nor where it goes");

    @ArchTest
    static final ArchRule readers_know_no_database = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ingest.feed..",
                    "..ingest.extract..",
                    "..ingest.duplicate..",
                    "..ingest.fetch..",
                    "..ingest.robots..",
                    "..ingest.wall..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "jakarta.transaction..",
                    "java.sql..",
                    "javax.sql..",
                    "io.quarkus..",
                    "org.hibernate..",
                    "com.github.kagkarlsson..")
            .because("the batch commands run them without one; put what must be kept into store, or behind an interface"
                    + " like HostSlots");

    @ArchTest
    static final ArchRule one_door_to_the_network = noClasses()
            .that()
            .resideOutsideOfPackage("..ingest.fetch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(org.jsoup.Jsoup.class, "connect", String.class)
            .because("only Fetcher checks the address that it connects to; anything else could be lured inside");
}
