/** The gRPC server that agents dial: TLS, who calls, what each method may, and messages to and from the domain. */
@NullMarked
package io.fleetgram.bot.sync.grpc;

import org.jspecify.annotations.NullMarked;
