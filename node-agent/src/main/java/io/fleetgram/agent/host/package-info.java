/** The machine's own readings: processors, memory, disk, network, connections, from the files that Linux shows. */
@NullMarked
package io.fleetgram.agent.host;

import org.jspecify.annotations.NullMarked;
