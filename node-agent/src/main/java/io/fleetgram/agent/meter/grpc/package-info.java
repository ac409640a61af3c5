/** Batches as bytes of the protocol. */
@NullMarked
package io.fleetgram.agent.meter.grpc;

import org.jspecify.annotations.NullMarked;
