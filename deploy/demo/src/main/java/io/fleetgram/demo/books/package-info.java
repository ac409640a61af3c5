/** What the controller has booked, read from its database to the byte; the chat shows the same rounded. */
@NullMarked
package io.fleetgram.demo.books;

import org.jspecify.annotations.NullMarked;
