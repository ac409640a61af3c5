/** The chat kit: screens, views, buttons, dialogs, and the way messages come in and go out. */
@NullMarked
package io.fleetgram.bot.telegram;

import org.jspecify.annotations.NullMarked;
