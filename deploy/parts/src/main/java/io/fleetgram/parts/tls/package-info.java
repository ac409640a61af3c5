/** A proxy that ends TLS, as operators put one in front of their controllers. */
@NullMarked
package io.fleetgram.parts.tls;

import org.jspecify.annotations.NullMarked;
