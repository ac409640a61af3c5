/** Sealed batches as agents send them. */
@NullMarked
package io.fleetgram.bot.traffic.grpc;

import org.jspecify.annotations.NullMarked;
