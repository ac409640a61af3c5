/** From events of the features to alerts, and from alerts to messages. */
@NullMarked
package io.fleetgram.bot.alerts.app;

import org.jspecify.annotations.NullMarked;
