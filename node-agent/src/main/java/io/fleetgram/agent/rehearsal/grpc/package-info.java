/** The stage of a rehearsal: a controller on loopback with one inbound and two accounts. */
@NullMarked
package io.fleetgram.agent.rehearsal.grpc;

import org.jspecify.annotations.NullMarked;
