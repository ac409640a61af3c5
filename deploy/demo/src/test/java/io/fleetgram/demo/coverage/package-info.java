/** Which requirement was seen working, by which end-to-end test, on which core. */
@NullMarked
package io.fleetgram.demo.coverage;

import org.jspecify.annotations.NullMarked;
