/** The simulated core's inside: its configuration, users, counters and the VLESS listeners that proxy bytes. */
@NullMarked
package io.fleetgram.parts.core.simulated;

import org.jspecify.annotations.NullMarked;
