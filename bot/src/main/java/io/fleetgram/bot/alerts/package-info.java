/** What operators are told without asking: one message for what is new, one in a while for what goes on. */
@NullMarked
package io.fleetgram.bot.alerts;

import org.jspecify.annotations.NullMarked;
