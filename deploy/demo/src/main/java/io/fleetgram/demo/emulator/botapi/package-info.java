/** The Bot API's methods over the emulated messenger: arguments in, the real server's answers and refusals out. */
@NullMarked
package io.fleetgram.demo.emulator.botapi;

import org.jspecify.annotations.NullMarked;
