package io.fleetgram.bot.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.haveSimpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

/** The rules of the house that hold for every module. Package patterns are relative so that offenders can show them. */
final class HouseRules {

    private static final String[] TECHNOLOGY = {
        "org.springframework..",
        "java.sql..",
        "javax.sql..",
        "io.grpc..",
        "io.fleetgram.wire..",
        "org.telegram..",
        "org.quartz..",
        "org.flywaydb..",
        "org.mariadb.."
    };

    private HouseRules() {}

    static ArchRule only_the_wire_package_knows_the_telegram_library() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..telegram.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.telegram..")
                .as("only telegram.wire imports org.telegram");
    }

    static ArchRule only_the_quartz_package_knows_quartz() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..scheduling.quartz..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.quartz..")
                .as("only scheduling.quartz imports org.quartz");
    }

    static ArchRule only_grpc_packages_know_generated_types() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..grpc..", "io.fleetgram.wire..", "io.fleetgram.shared.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fleetgram.wire..")
                .as("only ..grpc.. and shared.wire import generated types");
    }

    /** {@code feature} is a pattern that names the root packages of features, not what lies below them. */
    static ArchRule the_root_package_of_a_feature_is_pure(String feature) {
        return noClasses()
                .that()
                .resideInAPackage(feature)
                .and(areNotTheMainClass())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .as("the root package of a feature knows no Spring, JDBC, gRPC, Telegram or Quartz");
    }

    static ArchRule no_class_is_named_for_nothing() {
        var named = CompositeArchRule.of(classes().should(not(haveSimpleNameEndingWith("Util"))));
        for (var ending : new String[] {"Utils", "Helper", "Manager", "Impl", "Service"}) {
            named = named.and(classes().should(not(haveSimpleNameEndingWith(ending))));
        }
        return named.as("no Util, Helper, Manager, Impl or Service");
    }

    static ArchRule no_package_is_named_for_a_layer() {
        return noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..service..", "..dto..", "..model..", "..entity..")
                .allowEmptyShould(true)
                .as("no package util, common, service, dto, model, entity");
    }

    static ArchRule nothing_is_injected_into_fields() {
        return fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .as("no field injection");
    }

    static ArchRule jobs_are_declared_to_the_kit() {
        return methods()
                .should()
                .notBeAnnotatedWith("org.springframework.scheduling.annotation.Scheduled")
                .as("no @Scheduled");
    }

    static ArchRule nobody_mocks_or_generates() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "lombok..", "org.easymock..")
                .as("no Mockito, no Lombok");
    }

    static ArchRule time_and_randomness_are_handed_in() {
        return noClasses()
                .should()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .callMethod("java.time.LocalDate", "now")
                .orShould()
                .callMethod("java.time.LocalDateTime", "now")
                .orShould()
                .callMethod("java.time.ZonedDateTime", "now")
                .orShould()
                .callMethod("java.lang.System", "currentTimeMillis")
                .orShould()
                .callMethod("java.lang.Thread", "sleep", "long")
                .orShould()
                .callMethod("java.lang.Thread", "sleep", "java.time.Duration")
                .orShould()
                .callConstructor("java.util.Random")
                .as("time, sleep and randomness are handed in");
    }

    static ArchRule features_keep_their_directions() {
        return classes().should(Directions.condition()).as("features keep to the table of directions");
    }

    /** {@code agent} is a pattern that names the packages of the node agent. */
    static ArchRule the_agent_stays_small(String agent) {
        return noClasses()
                .that()
                .resideInAPackage(agent)
                // System.Logger ends in java.util.logging; one class sets how its lines look.
                .and()
                .doNotHaveSimpleName("LogLines")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.slf4j..", "java.util.logging..", "io.fleetgram.bot..")
                .allowEmptyShould(true)
                .as("the agent knows no Spring, no logging framework and nothing of the controller");
    }

    private static DescribedPredicate<JavaClass> areNotTheMainClass() {
        return DescribedPredicate.describe(
                "are not the main class", type -> !type.getSimpleName().equals("FleetgramBot"));
    }
}
