/** The demo's command: what a newcomer runs first. */
@NullMarked
package io.fleetgram.demo.run;

import org.jspecify.annotations.NullMarked;
