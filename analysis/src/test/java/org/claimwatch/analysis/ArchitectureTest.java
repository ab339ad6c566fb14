package org.claimwatch.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.claimwatch.analysis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("command")
            .definedBy("..analysis.command..")
            .layer("pipeline")
            .definedBy("..analysis.pipeline..")
            .layer("segment")
            .definedBy("..analysis.segment..")
            .layer("attribution")
            .definedBy("..analysis.attribution..")
            .layer("actor")
            .definedBy("..analysis.actor..")
            .layer("stance")
            .definedBy("..analysis.stance..")
            .layer("claim")
            .definedBy("..analysis.claim..")
            .layer("story")
            .definedBy("..analysis.story..")
            .layer("checkworthy")
            .definedBy("..analysis.checkworthy..")
            .layer("model")
            .definedBy("..analysis.model..")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("segment")
            .mayOnlyBeAccessedByLayers("pipeline", "command")
            .whereLayer("attribution")
            .mayOnlyBeAccessedByLayers("pipeline", "command")
            .whereLayer("actor")
            .mayOnlyBeAccessedByLayers("pipeline", "command")
            .whereLayer("stance")
            .mayOnlyBeAccessedByLayers("pipeline", "command")
            .whereLayer("claim")
            .mayOnlyBeAccessedByLayers("pipeline", "command")
            .whereLayer("story")
            .mayOnlyBeAccessedByLayers("pipeline", "command")
            .whereLayer("checkworthy")
            .mayOnlyBeAccessedByLayers("pipeline", "command")
            .because(
                    "a step is replaced by itself: let the pipeline hand over what another step needs, or put what both"
                            + " stand on into model");

    @ArchTest
    static final ArchRule without_quarkus = noClasses()
            .that()
            .resideOutsideOfPackage("..analysis.pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "org.hibernate..", "jakarta..", "io.micrometer..", "com.github.kagkarlsson..")
            .because("the batch commands run the steps without database or Quarkus; beans are made in pipeline");

    @ArchTest
    static final ArchRule models_behind_ports = noClasses()
            .that()
            .resideOutsideOfPackage("..analysis.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("opennlp..", "ai.onnxruntime..")
            .because("models are data: what runs behind a port of model is known there alone");
}
