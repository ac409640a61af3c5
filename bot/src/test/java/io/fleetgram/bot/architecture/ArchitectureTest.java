package io.fleetgram.bot.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fleetgram.bot.FleetgramBot;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** The product keeps the rules of the house. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.fleetgram.bot", "io.fleetgram.agent", "io.fleetgram.shared")
            .that(DescribedPredicate.not(DescribedPredicate.describe(
                    "package-info", (JavaClass type) -> type.getSimpleName().equals("package-info"))));

    @ParameterizedTest
    @MethodSource
    void rule(NamedRule named) {
        named.rule().check(PRODUCT);
    }

    static Stream<NamedRule> rule() {
        return NamedRule.all("io.fleetgram.[bot|agent].*", "io.fleetgram.agent..");
    }

    @Test
    void features_use_each_other_only_by_their_root_packages() {
        ApplicationModules.of(FleetgramBot.class).verify();
    }
}
