package io.fleetgram.bot.architecture.offenders;

import org.telegram.telegrambots.meta.api.objects.Update;

record KnowsTelegram(Update update) {}
