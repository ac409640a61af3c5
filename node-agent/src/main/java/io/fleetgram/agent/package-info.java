/** The node agent: its commands, and the loops that keep one node as its fleet wants it. */
@NullMarked
package io.fleetgram.agent;

import org.jspecify.annotations.NullMarked;
