/** The house rules, each shown to catch an offender. */
@NullMarked
package io.fleetgram.bot.architecture;

import org.jspecify.annotations.NullMarked;
