/** Tests of bundles and of numbers and times. */
@NullMarked
package io.fleetgram.bot.telegram.texts;

import org.jspecify.annotations.NullMarked;
