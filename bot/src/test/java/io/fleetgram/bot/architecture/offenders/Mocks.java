package io.fleetgram.bot.architecture.offenders;

import org.mockito.ArgumentMatcher;

record Mocks(ArgumentMatcher<String> matcher) {}
