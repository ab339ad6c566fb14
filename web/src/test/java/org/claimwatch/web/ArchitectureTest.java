package org.claimwatch.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveSimpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "org.claimwatch.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FEATURES = {
        "..web.today..",
        "..web.article..",
        "..web.claim..",
        "..web.story..",
        "..web.actor..",
        "..web.outlet..",
        "..web.search..",
        "..web.monitor..",
        "..web.review..",
        "..web.digest..",
        "..web.alert..",
        "..web.export..",
        "..web.team..",
        "..web.matrix..",
        "..web.network..",
        "..web.system..",
        "..web.coding..",
        "..web.share..",
        "..web.basket..",
        "..web.merge..",
        "..web.note..",
        "..web.verdict.."
    };

    /** A saved query is what a digest mails and an export writes; its pages are nobody's. */
    private static final DescribedPredicate<JavaClass> MONITOR =
            resideInAnyPackage("..web.monitor..").and(DescribedPredicate.not(simpleNameEndingWith("Pages")));

    @ArchTest
    static final ArchRule features_stand_alone = slices().matching(
                    "org.claimwatch.web.(today|article|claim|story|actor|outlet|search|monitor|review|digest|alert|export|team|matrix|network|system|coding|share|basket|merge|note|verdict)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage("..web.digest..", "..web.alert..", "..web.export.."), MONITOR)
            .because("a page can then be changed or dropped by itself; what two features show belongs in reading");

    @ArchTest
    static final ArchRule the_frame_knows_no_feature = noClasses()
            .that()
            .resideInAnyPackage(
                    "..web.layout..",
                    "..web.security..",
                    "..web.period..",
                    "..web.query..",
                    "..web.reading..",
                    "..web.volume..",
                    "..web.atom..",
                    "..web.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .because("every page stands on these; one that knew a page would tie all of them to it");

    @ArchTest
    static final ArchRule a_drawing_knows_numbers_only = noClasses()
            .that()
            .resideInAPackage("..web.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..web.reading..", "..web.security..", "..web.period..", "..web.query..", "..web.volume..")
            .because("a drawing can then be tested without a database, and any page may use it");

    @ArchTest
    static final ArchRule security_stands_at_the_bottom = noClasses()
            .that()
            .resideInAPackage("..web.security..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..web.layout..", "..web.period..", "..web.query..", "..web.reading..")
            .because("who may see what must be readable without knowing what there is to see");

    @ArchTest
    static final ArchRule pages_run_on_virtual_threads = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(RunOnVirtualThread.class)
            .andShould(haveSimpleNameEndingWith("Pages").or(haveSimpleNameEndingWith("Api")))
            .because("pages block on the database, and must not block the event loop");

    @ArchTest
    static final ArchRule time_is_injected = noClasses()
            .that()
            .doNotHaveSimpleName("SystemClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a test must be able to say what time it is: inject the Clock");

    @ArchTest
    static final ArchRule modules_meet_in_the_database = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.claimwatch.ingest..", "org.claimwatch.analysis..", "org.claimwatch.deploy..")
            .because("web knows common only; work for another module is a task of common/task");
}
