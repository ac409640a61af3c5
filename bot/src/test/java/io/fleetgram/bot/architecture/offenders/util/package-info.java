/** Breaks house rules on purpose, so that each rule is seen to catch its offender. */
@NullMarked
package io.fleetgram.bot.architecture.offenders.util;

import org.jspecify.annotations.NullMarked;
