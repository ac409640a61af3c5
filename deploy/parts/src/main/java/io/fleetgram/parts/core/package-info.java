/** Cores that can be had here: Xray, v2ray, and one of our own that plays Xray where neither is to be had. */
@NullMarked
package io.fleetgram.parts.core;

import org.jspecify.annotations.NullMarked;
