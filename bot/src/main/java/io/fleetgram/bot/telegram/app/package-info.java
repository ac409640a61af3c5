/** How an update becomes a reply: the registry, the gate, confirmations, dialogs, workers, the sending of messages. */
@NullMarked
package io.fleetgram.bot.telegram.app;

import org.jspecify.annotations.NullMarked;
