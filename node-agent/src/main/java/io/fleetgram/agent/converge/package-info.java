/** Brings the core to the desired state: plan is desired minus actual, steps are taken, leftovers are reported. */
@NullMarked
package io.fleetgram.agent.converge;

import org.jspecify.annotations.NullMarked;
