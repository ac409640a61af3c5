/** What a load balancer or a process manager asks a controller. */
@NullMarked
package io.fleetgram.bot.sync.http;

import org.jspecify.annotations.NullMarked;
