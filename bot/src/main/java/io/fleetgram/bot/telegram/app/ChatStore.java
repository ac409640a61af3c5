package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Transactions;

/** Everything of the chat that survives a restart. */
public record ChatStore(
        Transactions transactions,
        Inbox inbox,
        Outbox outbox,
        Chats chats,
        DialogStates dialogs,
        ConfirmationTokens tokens) {}
