/** What the protocol promises to every release that came before. */
@NullMarked
package io.fleetgram.shared.wire;

import org.jspecify.annotations.NullMarked;
