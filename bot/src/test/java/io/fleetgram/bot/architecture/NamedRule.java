package io.fleetgram.bot.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** A rule that shows its own words in a test report. */
record NamedRule(ArchRule rule) {

    /** Every rule of the house; {@code feature} names the packages that must be pure, {@code agent} those of the agent. */
    static Stream<NamedRule> all(String feature, String agent) {
        return Stream.of(
                        HouseRules.only_the_wire_package_knows_the_telegram_library(),
                        HouseRules.only_the_quartz_package_knows_quartz(),
                        HouseRules.only_grpc_packages_know_generated_types(),
                        HouseRules.the_root_package_of_a_feature_is_pure(feature),
                        HouseRules.no_class_is_named_for_nothing(),
                        HouseRules.no_package_is_named_for_a_layer(),
                        HouseRules.nothing_is_injected_into_fields(),
                        HouseRules.jobs_are_declared_to_the_kit(),
                        HouseRules.nobody_mocks_or_generates(),
                        HouseRules.time_and_randomness_are_handed_in(),
                        HouseRules.the_agent_stays_small(agent),
                        HouseRules.features_keep_their_directions())
                .map(NamedRule::new);
    }

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
