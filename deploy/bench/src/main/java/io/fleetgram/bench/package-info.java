/** Measures the product: each benchmark against an aim, and against the least that could do the same work, in one run. */
@NullMarked
package io.fleetgram.bench;

import org.jspecify.annotations.NullMarked;
