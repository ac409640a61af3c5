/** The core's configuration as files, and what is written down about a core so that the next agent knows it. */
@NullMarked
package io.fleetgram.agent.core.file;

import org.jspecify.annotations.NullMarked;
