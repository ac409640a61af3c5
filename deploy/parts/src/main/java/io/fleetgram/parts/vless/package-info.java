/** VLESS without encryption over TCP: the request's bytes, and a client that is exact to the byte. */
@NullMarked
package io.fleetgram.parts.vless;

import org.jspecify.annotations.NullMarked;
