/** The emulated messenger's state: people, chats, messages, files, taps, the bot's face, its updates, what pages see. */
@NullMarked
package io.fleetgram.demo.emulator.chat;

import org.jspecify.annotations.NullMarked;
