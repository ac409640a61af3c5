/** Use cases of inbounds: what the first start adds. */
@NullMarked
package io.fleetgram.bot.inbounds.app;

import org.jspecify.annotations.NullMarked;
