/** The least that could do the same work: what the product is measured against. */
@NullMarked
package io.fleetgram.bench.bare;

import org.jspecify.annotations.NullMarked;
