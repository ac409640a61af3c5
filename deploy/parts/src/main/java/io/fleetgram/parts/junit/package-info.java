/** What a test does when a real part cannot be had: skip and be named, or fail where the part is required. */
@NullMarked
package io.fleetgram.parts.junit;

import org.jspecify.annotations.NullMarked;
