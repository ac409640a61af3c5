/** Tests of how updates become replies. */
@NullMarked
package io.fleetgram.bot.telegram.app;

import org.jspecify.annotations.NullMarked;
