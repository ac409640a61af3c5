package io.fleetgram.bot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule catches the class that breaks it. */
class HouseRulesTest {

    private static final String OFFENDERS = "io.fleetgram.bot.architecture.offenders";

    @ParameterizedTest
    @MethodSource
    void catches(ArchRule rule, String offender) {
        var result = rule.evaluate(new ClassFileImporter().importPackages(OFFENDERS));
        assertThat(result.getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(offender));
    }

    static Stream<Arguments> catches() {
        return Stream.of(
                Arguments.of(HouseRules.only_the_wire_package_knows_the_telegram_library(), "KnowsTelegram"),
                Arguments.of(HouseRules.only_the_quartz_package_knows_quartz(), "KnowsQuartz"),
                Arguments.of(HouseRules.only_grpc_packages_know_generated_types(), "KnowsGenerated"),
                Arguments.of(HouseRules.the_root_package_of_a_feature_is_pure(OFFENDERS), "KnowsJdbc"),
                Arguments.of(HouseRules.no_class_is_named_for_nothing(), "NodeHelper"),
                Arguments.of(HouseRules.no_package_is_named_for_a_layer(), "Layer"),
                Arguments.of(HouseRules.nothing_is_injected_into_fields(), "HasAnInjectedField"),
                Arguments.of(HouseRules.jobs_are_declared_to_the_kit(), "RunsBySpring"),
                Arguments.of(HouseRules.nobody_mocks_or_generates(), "Mocks"),
                Arguments.of(HouseRules.time_and_randomness_are_handed_in(), "AsksTheClock"),
                Arguments.of(HouseRules.the_agent_stays_small(OFFENDERS), "RunsBySpring"),
                Arguments.of(
                        ArchRuleDefinition.classes().should(Directions.condition(OFFENDERS + ".")), "KnowsASibling"));
    }

    @Test
    void every_rule_of_the_house_has_its_offender() {
        assertThat(catches()).hasSameSizeAs(NamedRule.all(OFFENDERS, OFFENDERS).toList());
    }

    @Test
    void the_table_of_directions_has_no_way_back() {
        assertThat(Directions.allows("sync", "fleet")).isTrue();
        assertThat(Directions.allows("fleet", "sync")).isFalse();
        assertThat(Directions.allows("platform", "telegram")).isFalse();
        assertThat(Directions.allows("unheard", "platform")).isFalse();
    }
}
