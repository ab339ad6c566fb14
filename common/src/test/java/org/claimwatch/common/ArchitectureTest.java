package org.claimwatch.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;

@AnalyzeClasses(packages = "org.claimwatch.common", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("story")
            .definedBy("..common.story..")
            .layer("claim")
            .definedBy("..common.claim..")
            .layer("statement")
            .definedBy("..common.statement..")
            .layer("actor")
            .definedBy("..common.actor..")
            .layer("article")
            .definedBy("..common.article..")
            .layer("outlet")
            .definedBy("..common.outlet..")
            .layer("task")
            .definedBy("..common.task..")
            .whereLayer("story")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("claim")
            .mayOnlyBeAccessedByLayers("story")
            .whereLayer("statement")
            .mayOnlyBeAccessedByLayers("claim", "story")
            .whereLayer("actor")
            .mayOnlyBeAccessedByLayers("statement", "claim", "story")
            .whereLayer("article")
            .mayOnlyBeAccessedByLayers("statement", "claim", "story")
            .whereLayer("outlet")
            .mayOnlyBeAccessedByLayers("article", "statement", "claim", "story")
            .whereLayer("task")
            .mayNotBeAccessedByAnyLayer()
            .because("a story is made of claims, a claim of statements, a statement of an actor's words in an article;"
                    + " turn the reference round, or use a link entity such as ClaimStatement");

    @ArchTest
    static final ArchRule only_the_model = classes()
            .that()
            .resideOutsideOfPackage("..task..")
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(Entity.class)
            .orShould()
            .beAnnotatedWith(Embeddable.class)
            .orShould()
            .beEnums()
            .orShould()
            .beRecords()
            .because("common holds the model that modules share; services, queries and DTOs belong to the module that"
                    + " needs them");

    @ArchTest
    static final ArchRule no_framework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "org.hibernate..", "jakarta.enterprise..", "jakarta.inject..")
            .because("batch commands use the model without Quarkus");
}
