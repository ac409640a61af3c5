/** The whole product on one machine as real processes: starts, probes, kills and stops them. */
@NullMarked
package io.fleetgram.demo.stack;

import org.jspecify.annotations.NullMarked;
