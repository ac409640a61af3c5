/** The whole product as real processes, driven through the chat as a person would, on every core that can be had. */
@NullMarked
package io.fleetgram.demo.endtoend;

import org.jspecify.annotations.NullMarked;
