/** What dies in the kill run, and how it is brought back. */
@NullMarked
package io.fleetgram.demo.chaos.victims;

import org.jspecify.annotations.NullMarked;
