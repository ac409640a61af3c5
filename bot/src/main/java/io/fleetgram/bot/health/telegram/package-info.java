/** The screen of a node's health. */
@NullMarked
package io.fleetgram.bot.health.telegram;

import org.jspecify.annotations.NullMarked;
