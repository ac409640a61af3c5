/** What the controller does on a real database: waking polls, booking traffic. */
@NullMarked
package io.fleetgram.bench.controller;

import org.jspecify.annotations.NullMarked;
