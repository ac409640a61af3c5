package io.fleetgram.demo.emulator;

import io.fleetgram.demo.emulator.botapi.Json;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** A chat with everything in it that the page can show. */
final class Showcase {
    private Showcase() {}

    static void fill(ChatEmulator emulator, LibraryBot bot)
            throws InterruptedException, TelegramApiException, IOException {
        send(emulator, """
                Fleet › <b>Home</b>
                🟢 14 online 🟡 1 degraded 🔴 1 offline ⚪ 2 pending ⏸ 1 disabled 🚰 1 draining

                ✅ 1 204 active ⏳ 3 on hold 🚫 12 limited ⌛ 40 expired ⛔ 2 suspended
                Traffic <code>1.2 GiB/min</code> now, 840 GiB today
                Disk ▰▰▰▰▱▱▱▱ 52 %

                <i>as of 14:03:22</i>
                """, """
                [[{"text":"🟢 Nodes","callback_data":"n"},{"text":"Accounts","callback_data":"a"},
                  {"text":"Traffic","callback_data":"t"}],
                 [{"text":"Add a node","callback_data":"add","style":"success"},
                  {"text":"Delete de-1","callback_data":"d","style":"danger"}],
                 [{"text":"Documentation","url":"https://example.org/docs"},
                  {"text":"Settings","callback_data":"s","style":"primary"}]]
                """);
        emulator.person(7, "Ada Lovelace").says("show me everything, please");
        bot.next();
        send(emulator, """
                Formats: <b>bold</b>, <i>italic</i>, <u>underlined</u>, <s>struck</s>, <tg-spoiler>hidden</tg-spoiler>, \
                <a href="https://example.org">a link</a>, /nodes, @somebody
                <blockquote>A quote of one line</blockquote><blockquote expandable>Details line 1
                line 2
                line 3
                line 4
                line 5</blockquote><pre><code class="language-json">{
                  "node": "de-1",
                  "state": "online"
                }</code></pre>
                """, "[]");
        bot.client.execute(SendDocument.builder()
                .chatId(7L)
                .document(new InputFile(new ByteArrayInputStream(new byte[34_567]), "accounts-2026-11.csv"))
                .caption("All accounts")
                .build());
        bot.client.execute(SendPhoto.builder()
                .chatId(7L)
                .photo(new InputFile(new ByteArrayInputStream(chart()), "chart.png"))
                .caption("Traffic of the last 24 hours")
                .build());
        send(emulator, """
                Paste this on the new server within 15 minutes:
                <code>curl -fsSL https://example.org/join | sh -s -- --token K7Q2-93FX</code>
                """, """
                [[{"text":"Copy the command","copy_text":{"text":"curl"}}],
                 [{"text":"‹ Nodes","callback_data":"n"},{"text":"Refresh","callback_data":"r"},
                  {"text":"Home","callback_data":"h"}]]
                """);
    }

    private static void send(ChatEmulator emulator, String html, String rows) throws InterruptedException {
        var message = Json.object().put("chat_id", 7).put("text", html).put("parse_mode", "HTML");
        message.put("reply_markup", "{\"inline_keyboard\":" + rows + "}");
        var reply = emulator.userSide().post("/bot" + emulator.token() + "/sendMessage", message);
        if (!reply.isDone()) {
            throw new AssertionError(reply.json().toString());
        }
    }

    private static byte[] chart() throws IOException {
        var image = new BufferedImage(960, 420, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 960, 420);
        pen.setColor(new Color(0x3390EC));
        for (int hour = 0; hour < 24; hour++) {
            int height = (int) (90 + 220 * Math.abs(Math.sin(hour / 4.0)));
            pen.fillRect(40 + hour * 37, 380 - height, 26, height);
        }
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        pen.drawString("GiB per hour", 40, 40);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
