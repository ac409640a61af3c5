/** What an operator does in the chat, tap by tap, as a person would. */
@NullMarked
package io.fleetgram.demo.walk;

import org.jspecify.annotations.NullMarked;
