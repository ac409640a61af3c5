package io.fleetgram.demo.emulator;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The real library, unmodified, against an emulator: what it is told is kept for the test to look at. */
final class LibraryBot implements AutoCloseable {
    final OkHttpTelegramClient client;
    private final BlockingQueue<Update> updates = new LinkedBlockingQueue<>();
    private final TelegramBotsLongPollingApplication polling = new TelegramBotsLongPollingApplication();

    LibraryBot(URI emulator, String token) throws TelegramApiException {
        var url = TelegramUrl.builder()
                .schema(emulator.getScheme())
                .host(emulator.getHost())
                .port(emulator.getPort())
                .testServer(false)
                .build();
        client = new OkHttpTelegramClient(token, url);
        polling.registerBot(
                token,
                () -> url,
                last -> GetUpdates.builder()
                        .offset(last + 1)
                        .limit(100)
                        .timeout(50)
                        .allowedUpdates(List.of("message", "callback_query", "my_chat_member"))
                        .build(),
                updates::addAll);
    }

    /** The next thing the bot is told. */
    Update next() throws InterruptedException {
        var update = updates.poll(10, TimeUnit.SECONDS);
        if (update == null) {
            throw new AssertionError("the bot was told nothing for ten seconds");
        }
        return update;
    }

    @Override
    public void close() throws IOException {
        try {
            polling.close();
        } catch (Exception failure) {
            throw new IOException("the library did not stop", failure);
        }
    }
}
