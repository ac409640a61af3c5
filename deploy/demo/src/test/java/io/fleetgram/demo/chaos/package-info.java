/** The kill run's plan and comparison, without a product. */
@NullMarked
package io.fleetgram.demo.chaos;

import org.jspecify.annotations.NullMarked;
