package io.fleetgram.bot.architecture.offenders;

import org.quartz.Scheduler;

record KnowsQuartz(Scheduler scheduler) {}
