/** The emulator over HTTP: the Bot API, the user side for programs, the chat page. */
@NullMarked
package io.fleetgram.demo.emulator.http;

import org.jspecify.annotations.NullMarked;
