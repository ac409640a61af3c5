package io.fleetgram.bot.subscription.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.subscription.SubscriptionLinks;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.View;
import org.springframework.stereotype.Component;

/** Sends an account's subscription link, to copy by one tap. */
@Component
final class SendLink extends LinkAct {

    /** Bot API, CopyTextButton.text. */
    private static final int LONGEST_COPY = 256;

    SendLink(Accounts accounts, SubscriptionLinks links) {
        super(accounts, links);
    }

    @Override
    public String name() {
        return "link";
    }

    @Override
    View view(Request request, Account account, String link) {
        var texts = request.texts();
        var text = texts.html("subscription.link", Html.code(account.name().text()))
                .plus(new Html("\n\n"))
                .plus(Html.code(link));
        return link.length() > LONGEST_COPY
                ? View.of(text)
                : View.of(text).row(new Button.Copy(texts.plain("subscription.copy"), link));
    }
}
