/** Inbox, outbox, chats, dialogs and confirmations on MariaDB. */
@NullMarked
package io.fleetgram.bot.telegram.jdbc;

import org.jspecify.annotations.NullMarked;
