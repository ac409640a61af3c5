package io.fleetgram.bot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each package that the product is built on by agreement is a direct dependency, and code of ours uses it. */
class CustomerPackagesTest {

    private static final JavaClasses OURS = new ClassFileImporter().importPackages("io.fleetgram.bot");

    @ParameterizedTest
    @CsvSource({
        "telegrambots-longpolling, org.telegram.telegrambots.longpolling.",
        "telegrambots-client, org.telegram.telegrambots.client.",
        "spring-boot-starter, org.springframework.boot.",
        "spring-boot-starter-data-jdbc, org.springframework.data.",
        "flyway-core, org.flywaydb.core.",
        "mariadb-java-client, org.mariadb.jdbc.",
        "grpc-netty-shaded, io.grpc.netty.shaded.",
        "resilience4j-retry, io.github.resilience4j.retry.",
        "resilience4j-ratelimiter, io.github.resilience4j.ratelimiter.",
        "resilience4j-circuitbreaker, io.github.resilience4j.circuitbreaker.",
        "quartz, org.quartz.",
        "wiremock-standalone, com.github.tomakehurst.wiremock."
    })
    void is_direct_and_used(String artifact, String packageName) throws IOException {
        assertThat(directDependencies(Path.of("pom.xml"))).contains(artifact);
        assertThat(uses(packageName))
                .as("some class of ours uses " + packageName)
                .isTrue();
    }

    @Test
    void junit_jupiter_is_a_direct_dependency_of_every_module() throws IOException {
        assertThat(directDependencies(Path.of("../pom.xml"))).contains("junit-jupiter");
        assertThat(uses("org.junit.jupiter.")).isTrue();
    }

    @Test
    void a_package_that_nobody_uses_is_noticed() throws IOException {
        assertThat(directDependencies(Path.of("pom.xml"))).doesNotContain("telegrambots-abilities");
        assertThat(uses("org.telegram.telegrambots.abilitybots.")).isFalse();
    }

    private static boolean uses(String packageName) {
        return OURS.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> dependency.getTargetClass().getName().startsWith(packageName));
    }

    private static java.util.List<String> directDependencies(Path pom) throws IOException {
        var text = Files.readString(pom).replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
        return Pattern.compile("<artifactId>([^<]+)</artifactId>")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
