package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.platform.Transactions;

/**
 * Everything of the chat that survives a restart.
 *
 * @param waiting rung when something new is in the outbox
 */
public record ChatStore(
        Transactions transactions,
        Inbox inbox,
        Outbox outbox,
        Chats chats,
        DialogStates dialogs,
        ConfirmationTokens tokens,
        Audit audit,
        Bell waiting) {}
