/** Processes of the operating system: run one to its end, keep one alive no longer than its starter. */
@NullMarked
package io.fleetgram.parts.process;

import org.jspecify.annotations.NullMarked;
