/** A headless Chromium for tests: opens pages, clicks and types as a person does, waits, takes pictures. */
@NullMarked
package io.fleetgram.demo.browser;

import org.jspecify.annotations.NullMarked;
