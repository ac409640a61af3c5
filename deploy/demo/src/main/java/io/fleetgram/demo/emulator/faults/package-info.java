/** What goes wrong on purpose between bot and server. */
@NullMarked
package io.fleetgram.demo.emulator.faults;

import org.jspecify.annotations.NullMarked;
