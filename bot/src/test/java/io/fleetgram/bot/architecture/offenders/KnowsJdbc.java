package io.fleetgram.bot.architecture.offenders;

import java.sql.Connection;

record KnowsJdbc(Connection connection) {}
