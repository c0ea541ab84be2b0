package dev.tocsin.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape of the house. When a rule fails, its reason says what to do. */
@AnalyzeClasses(packages = "dev.tocsin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_parts_meet_in_kafka_and_nowhere_else =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("schemas")
                    .definedBy("dev.tocsin.schemas..")
                    .layer("yaml")
                    .definedBy("dev.tocsin.yaml..")
                    .layer("egress")
                    .definedBy("dev.tocsin.egress..")
                    .layer("ingest")
                    .definedBy("dev.tocsin.ingest..")
                    .layer("enrich")
                    .definedBy("dev.tocsin.enrich..")
                    .layer("sink")
                    .definedBy("dev.tocsin.sink..")
                    .layer("console")
                    .definedBy("dev.tocsin.console..")
                    .layer("app")
                    .definedBy("dev.tocsin.app..")
                    .whereLayer("schemas")
                    .mayNotAccessAnyLayer()
                    .whereLayer("yaml")
                    .mayNotAccessAnyLayer()
                    .whereLayer("egress")
                    .mayNotAccessAnyLayer()
                    .whereLayer("ingest")
                    .mayOnlyAccessLayers("schemas", "egress", "yaml")
                    .whereLayer("enrich")
                    .mayOnlyAccessLayers("schemas", "yaml")
                    .whereLayer("sink")
                    .mayOnlyAccessLayers("schemas", "egress", "yaml")
                    .whereLayer("console")
                    .mayOnlyAccessLayers("schemas", "egress")
                    .whereLayer("app")
                    .mayNotBeAccessedByAnyLayer()
                    .because(
                            "a part that calls another cannot run in another process: send a record,"
                                    + " or move what both need into schemas");

    @ArchTest
    static final ArchRule no_packages_in_a_circle =
            slices().matching("dev.tocsin.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a circle cannot be read from any end: move the shared type down");

    @ArchTest
    static final ArchRule feed_formats_stay_in_parse =
            only("dev.tocsin.ingest.parse..", "com.rometools..", "org.jdom2..", "org.jsoup..")
                    .because("feeds are read in one place: ask FeedParser");

    @ArchTest
    static final ArchRule the_streams_dsl_stays_in_topology =
            only("dev.tocsin.enrich.topology..", "org.apache.kafka.streams..")
                    .because("tagging is a pure function that knows no stream");

    @ArchTest
    static final ArchRule sql_stays_with_the_tables_and_the_queries =
            noClasses()
                    .that(
                            resideInAnyPackage("dev.tocsin..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            "dev.tocsin.sink.postgres..",
                                                            "dev.tocsin.console.api.."))))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("org.jdbi..", "org.flywaydb..", "org.postgresql.."))
                    .because("tables belong to sink.postgres, questions to console.api");

    @ArchTest
    static final ArchRule what_leaves_passes_the_guard =
            noClasses()
                    .that(not(resideInAnyPackage("dev.tocsin.egress..", "dev.tocsin.schemas..")))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.net.http..",
                                    "org.apache.hc..",
                                    "jakarta.mail..",
                                    "org.eclipse.angus.."))
                    .because(
                            "an address from outside may lead inside: use EgressClient or MailClient (the schema"
                                    + " registry is the operator's own and stands in schemas)");

    @ArchTest
    static final ArchRule the_broker_and_the_server_are_embedded_in_one_place =
            only("dev.tocsin.app.embedded..", "kafka..", "io.zonky..")
                    .because("the parts cannot tell embedded from external");

    @ArchTest
    static final ArchRule nothing_prints_but_the_commands =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.tocsin.app..")
                    .should(ACCESS_STANDARD_STREAMS)
                    .because("standard output belongs to what a machine reads: log instead");

    @ArchTest
    static final ArchRule classes_are_final_or_sealed_or_made_to_be_extended =
            classes()
                    .that()
                    .resideInAPackage("dev.tocsin..")
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .areNotInterfaces()
                    .and()
                    .areNotEnums()
                    .and()
                    .resideOutsideOfPackage("dev.tocsin.schemas")
                    .should()
                    .haveModifier(FINAL)
                    .allowEmptyShould(false)
                    .because("nothing here is meant to be extended: make it final or a record");

    private static ArchRule only(String home, String... foreign) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat(resideInAnyPackage(foreign));
    }
}
