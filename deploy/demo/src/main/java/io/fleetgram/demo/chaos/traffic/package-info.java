/** Users' traffic during the kill run: exchanges that are known to the byte, one lane for each account on each node. */
@NullMarked
package io.fleetgram.demo.chaos.traffic;

import org.jspecify.annotations.NullMarked;
