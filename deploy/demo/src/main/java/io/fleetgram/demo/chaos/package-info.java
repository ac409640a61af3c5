/** The kill run: the whole product under traffic while its processes die at chosen moments; every byte is compared. */
@NullMarked
package io.fleetgram.demo.chaos;

import org.jspecify.annotations.NullMarked;
