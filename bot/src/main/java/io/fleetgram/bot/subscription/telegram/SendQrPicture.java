package io.fleetgram.bot.subscription.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.subscription.SubscriptionLinks;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.View;
import org.springframework.stereotype.Component;

/** Sends an account's subscription link as a picture that phones scan. */
@Component
final class SendQrPicture extends LinkAct {

    SendQrPicture(Accounts accounts, SubscriptionLinks links) {
        super(accounts, links);
    }

    @Override
    public String name() {
        return "qr";
    }

    @Override
    View view(Request request, Account account, String link) {
        var caption =
                request.texts().html("subscription.qr", Html.code(account.name().text()));
        return View.of(caption).with(new View.Picture("subscription.png", QrPicture.png(link)));
    }
}
