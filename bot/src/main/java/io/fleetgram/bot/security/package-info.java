/** Who may do what: operators and capabilities, the authority, node credentials, sealing of secrets. */
@NullMarked
package io.fleetgram.bot.security;

import org.jspecify.annotations.NullMarked;
