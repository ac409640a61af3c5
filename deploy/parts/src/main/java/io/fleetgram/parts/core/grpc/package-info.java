/** Both ends of the core's API: what the simulated core serves, and a client that reads any core. */
@NullMarked
package io.fleetgram.parts.core.grpc;

import org.jspecify.annotations.NullMarked;
