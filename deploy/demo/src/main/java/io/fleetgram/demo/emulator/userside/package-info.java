/** What people do in the emulated messenger, and what they see. */
@NullMarked
package io.fleetgram.demo.emulator.userside;

import org.jspecify.annotations.NullMarked;
