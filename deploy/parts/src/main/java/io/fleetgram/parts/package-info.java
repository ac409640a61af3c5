/** The real parts a test or the demo runs against: what they are, and whether they can be had here. */
@NullMarked
package io.fleetgram.parts;

import org.jspecify.annotations.NullMarked;
