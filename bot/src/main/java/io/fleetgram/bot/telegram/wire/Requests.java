package io.fleetgram.bot.telegram.wire;

import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.app.BotApi.Manner;
import java.io.ByteArrayInputStream;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;

/** Views as requests: always HTML, never a link preview. */
final class Requests {

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private Requests() {}

    static SendMessage text(long chatId, View view, Manner manner) {
        return SendMessage.builder()
                .chatId(chatId)
                .text(view.text().markup())
                .parseMode(ParseMode.HTML)
                .replyMarkup(Keyboards.of(view))
                .linkPreviewOptions(NO_PREVIEW)
                .disableNotification(manner == Manner.SILENT)
                .protectContent(manner == Manner.PROTECTED)
                .build();
    }

    static SendPhoto photo(long chatId, View view, Manner manner) {
        var picture = view.picture().orElseThrow();
        return SendPhoto.builder()
                .chatId(chatId)
                .photo(new InputFile(new ByteArrayInputStream(picture.png()), picture.fileName()))
                .caption(view.text().markup())
                .parseMode(ParseMode.HTML)
                .replyMarkup(Keyboards.of(view))
                .disableNotification(manner == Manner.SILENT)
                .protectContent(manner == Manner.PROTECTED)
                .build();
    }

    static SendDocument document(long chatId, View view, Manner manner) {
        var document = view.document().orElseThrow();
        return SendDocument.builder()
                .chatId(chatId)
                .document(new InputFile(new ByteArrayInputStream(document.content()), document.fileName()))
                .caption(view.text().markup())
                .parseMode(ParseMode.HTML)
                .replyMarkup(Keyboards.of(view))
                .disableNotification(manner == Manner.SILENT)
                .protectContent(manner == Manner.PROTECTED)
                .build();
    }

    static EditMessageText editedText(long chatId, long messageId, View view) {
        return EditMessageText.builder()
                .chatId(chatId)
                .messageId(Math.toIntExact(messageId))
                .text(view.text().markup())
                .parseMode(ParseMode.HTML)
                .replyMarkup(Keyboards.of(view))
                .linkPreviewOptions(NO_PREVIEW)
                .build();
    }

    static EditMessageMedia editedPhoto(long chatId, long messageId, View view) {
        var picture = view.picture().orElseThrow();
        var media = new InputMediaPhoto(new ByteArrayInputStream(picture.png()), picture.fileName());
        media.setCaption(view.text().markup());
        media.setParseMode(ParseMode.HTML);
        return EditMessageMedia.builder()
                .chatId(chatId)
                .messageId(Math.toIntExact(messageId))
                .media(media)
                .replyMarkup(Keyboards.of(view))
                .build();
    }
}
