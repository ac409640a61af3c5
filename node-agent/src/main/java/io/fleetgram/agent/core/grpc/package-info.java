/** Speaks to a running core over its API. */
@NullMarked
package io.fleetgram.agent.core.grpc;

import org.jspecify.annotations.NullMarked;
