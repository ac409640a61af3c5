/** Proxy definitions: protocol, port, transport, security, and where each is offered. */
@NullMarked
package io.fleetgram.bot.inbounds;

import org.jspecify.annotations.NullMarked;
