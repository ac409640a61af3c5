/** The controller over gRPC and TLS 1.3. */
@NullMarked
package io.fleetgram.agent.controller.grpc;

import org.jspecify.annotations.NullMarked;
