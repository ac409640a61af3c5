/** Screens that span features: home, search, node and account cards. */
@NullMarked
package io.fleetgram.bot.console;

import org.jspecify.annotations.NullMarked;
