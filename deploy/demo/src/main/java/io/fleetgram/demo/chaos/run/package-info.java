/** The kill run's command. */
@NullMarked
package io.fleetgram.demo.chaos.run;

import org.jspecify.annotations.NullMarked;
