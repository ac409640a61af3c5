/** Keeps fetched parts in a directory of the user's, so that they are fetched once. */
@NullMarked
package io.fleetgram.parts.cache;

import org.jspecify.annotations.NullMarked;
