/** The proxy core on this machine, as the agent sees it: ports and values, without any technology. */
@NullMarked
package io.fleetgram.agent.core;

import org.jspecify.annotations.NullMarked;
