/** Reads the entries of the desired state from the form in which they travel. */
@NullMarked
package io.fleetgram.agent.converge.grpc;

import org.jspecify.annotations.NullMarked;
