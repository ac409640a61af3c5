/** Rules for the whole source tree, whatever the module. */
@NullMarked
package io.fleetgram.demo.house;

import org.jspecify.annotations.NullMarked;
