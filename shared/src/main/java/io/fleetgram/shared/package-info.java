/** What controller and agent agree on: entry keys and the digest that proves a state. */
@NullMarked
package io.fleetgram.shared;

import org.jspecify.annotations.NullMarked;
