package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.browser.Browser;
import io.fleetgram.demo.browser.Tab.Look;
import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.demo.walk.Subscription;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.junit.Need;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChatPageEndToEndIT extends EndToEnd {

    private static final Path PICTURES = Path.of("target", "end-to-end", "chat-page");

    ChatPageEndToEndIT() {
        super(CoreKind.SIMULATED, 1);
    }

    @Test
    @Shows({"U1", "I1", "O1"})
    void a_person_opens_the_chat_page_adds_an_account_by_clicking_and_scans_its_qr_code()
            throws IOException, InterruptedException {
        var chromium = Need.of(RealPart.CHROMIUM, Browser.find());
        try (var browser = Browser.start(chromium)) {
            var page = browser.open(stage().stack().emulator().chatPage(), Look.DESKTOP);
            page.type("Message", "/start");
            page.press("Enter");
            page.click("Add account");
            page.sees("What shall the account be called?");
            page.type("Message", "jana");
            page.press("Enter");
            page.sees("jana is added and active");

            page.click("QR picture");
            page.finds(".photo-frame img");
            page.sees("Scan it with a proxy client");
            // The screen that follows below moves the picture up; a tap on it shows it alone.
            page.evaluate("document.querySelector('.photo-frame img').click()");
            page.finds("dialog.picture img");
            var scanned = QrCode.in(page.picture(PICTURES.resolve("qr.png")));
            page.press("Escape");
            page.click("Link");
            page.click("Copy link");
            assertThat(page.clipboard()).isEqualTo(scanned);
            assertThat(Subscription.links(URI.create(scanned))).isNotEmpty();
            assertThat(page.complaints()).isEmpty();
        }
    }
}
