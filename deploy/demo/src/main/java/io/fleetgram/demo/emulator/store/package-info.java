/** Keeps the emulated messenger's state in a file between runs. */
@NullMarked
package io.fleetgram.demo.emulator.store;

import org.jspecify.annotations.NullMarked;
