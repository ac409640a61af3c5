/** The harness itself: that it starts, kills and cleans up what it says. */
@NullMarked
package io.fleetgram.demo.stack;

import org.jspecify.annotations.NullMarked;
