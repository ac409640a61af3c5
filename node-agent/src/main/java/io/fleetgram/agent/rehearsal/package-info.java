/** Lets an agent work for a moment before its installation is used, so that Java can keep the classes it loads in an archive. */
@NullMarked
package io.fleetgram.agent.rehearsal;

import org.jspecify.annotations.NullMarked;
