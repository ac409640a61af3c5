/** Accounts as entries of the desired state. */
@NullMarked
package io.fleetgram.bot.accounts.grpc;

import org.jspecify.annotations.NullMarked;
