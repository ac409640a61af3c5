/** Use cases that span features: nodes come and go with their desired state, their certificates, and their audit. */
@NullMarked
package io.fleetgram.bot.console.app;

import org.jspecify.annotations.NullMarked;
