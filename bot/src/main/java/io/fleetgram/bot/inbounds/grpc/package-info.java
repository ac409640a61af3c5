/** Inbounds as entries of the desired state. */
@NullMarked
package io.fleetgram.bot.inbounds.grpc;

import org.jspecify.annotations.NullMarked;
