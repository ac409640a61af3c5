/** Formatted text as the Bot API knows it: HTML in, text and entities out, and the rules a server applies to both. */
@NullMarked
package io.fleetgram.demo.emulator.text;

import org.jspecify.annotations.NullMarked;
