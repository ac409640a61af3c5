package io.fleetgram.bot.architecture.offenders;

record Mocks(org.mockito.ArgumentMatcher<String> matcher) {}
