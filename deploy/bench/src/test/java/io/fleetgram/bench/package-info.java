@NullMarked
package io.fleetgram.bench;

import org.jspecify.annotations.NullMarked;
