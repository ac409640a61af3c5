/** The whole product, from a tap in the chat to the core. */
@NullMarked
package io.fleetgram.bench.endtoend;

import org.jspecify.annotations.NullMarked;
