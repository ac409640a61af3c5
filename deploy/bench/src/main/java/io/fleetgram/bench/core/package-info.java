/** What the agent does to a real core: bringing users in, reading counters. */
@NullMarked
package io.fleetgram.bench.core;

import org.jspecify.annotations.NullMarked;
