/** A Telegram Bot API double with people in it: for the demo and for every test that goes through the chat. */
@NullMarked
package io.fleetgram.demo.emulator;

import org.jspecify.annotations.NullMarked;
