/** Real bytes through a node: a target that serves and swallows them, and a proxy client built from a share link. */
@NullMarked
package io.fleetgram.parts.traffic;

import org.jspecify.annotations.NullMarked;
