/** The one version of desired state: how a change is written, and how nodes come to hold it. */
@NullMarked
package io.fleetgram.bot.sync;

import org.jspecify.annotations.NullMarked;
