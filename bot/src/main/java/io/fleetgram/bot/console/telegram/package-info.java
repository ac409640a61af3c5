/** Screens that span features: home, cards of nodes and accounts, adding and deleting nodes, search. */
@NullMarked
package io.fleetgram.bot.console.telegram;

import org.jspecify.annotations.NullMarked;
