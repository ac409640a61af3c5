package io.fleetgram.bot.telegram.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.app.BotApi;
import io.fleetgram.bot.telegram.app.Delivery;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every answer of a Bot API server means, as the library reports it. */
class DeliveriesIT {

    private static final View VIEW = View.of(Html.text("5 < 6")).row(Button.danger("Go", Address.of("go")));

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private TelegramBotApi api;

    DeliveriesIT() {
        server.start();
        api = new TelegramBotApi(
                new TelegramServer(URI.create(server.baseUrl()), "42:token", Optional.empty(), Duration.ofSeconds(1)));
    }

    @BeforeEach
    void answerWell() {
        answer("sendMessage", jsonResponse("""
                {"ok":true,"result":{"message_id":7,"date":1,"chat":{"id":1,"type":"private"}}}""", 200));
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop();
    }

    @Test
    void a_message_goes_out_as_html_with_coloured_buttons_and_no_preview() {
        assertThat(send()).isEqualTo(new Delivery.Delivered(7));
        server.verify(postRequestedFor(urlPathMatching("(?i)/bot42:token/sendmessage"))
                .withRequestBody(matchingJsonPath("$.text", equalTo("5 &lt; 6")))
                .withRequestBody(matchingJsonPath("$.parse_mode", equalTo("html")))
                .withRequestBody(matchingJsonPath("$.reply_markup", equalToJson("""
                        {"inline_keyboard":[[{"text":"Go","callback_data":"go","style":"danger"}]]}"""))));
    }

    @Test
    void too_many_requests_ask_for_a_pause() {
        answer("sendMessage", error(429, "Too Many Requests: retry after 17", "\"parameters\":{\"retry_after\":17}"));
        assertThat(send()).isEqualTo(new Delivery.TooFast(Duration.ofSeconds(17)));
    }

    @Test
    void a_group_that_became_a_supergroup_has_another_id() {
        answer(
                "sendMessage",
                error(400, "Bad Request: group chat was upgraded", "\"parameters\":{\"migrate_to_chat_id\":-100123}"));
        assertThat(send()).isEqualTo(new Delivery.Migrated(-100123));
    }

    @Test
    void a_blocked_bot_a_deactivated_user_and_an_unknown_chat_are_dead() {
        for (var description :
                new String[] {"Forbidden: bot was blocked by the user", "Forbidden: user is deactivated"}) {
            answer("sendMessage", error(403, description, "\"x\":1"));
            assertThat(send()).isInstanceOf(Delivery.ChatDead.class);
        }
        answer("sendMessage", error(400, "Bad Request: chat not found", "\"x\":1"));
        assertThat(send()).isInstanceOf(Delivery.ChatDead.class);
    }

    @Test
    void a_message_whose_answer_was_lost_on_a_kept_connection_is_not_sent_again_by_itself() {
        assertThat(send()).isEqualTo(new Delivery.Delivered(7));
        server.resetRequests();
        answer("sendMessage", aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(send())
                .isInstanceOfSatisfying(
                        Delivery.Away.class,
                        away -> assertThat(away.perhapsSent()).isTrue());
        server.verify(1, postRequestedFor(urlPathMatching("(?i)/bot42:token/sendmessage")));
    }

    @Test
    void a_gateways_page_a_cut_body_and_a_server_error_are_away_and_may_have_sent() {
        for (var faulty : new ResponseDefinitionBuilder[] {
            aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"),
            aResponse().withStatus(200).withBody(""),
            aResponse().withStatus(200).withBody("{\"ok\":tr"),
            aResponse().withStatus(200).withBody("{}"),
            aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            error(500, "Internal Server Error", "\"x\":1")
        }) {
            answer("sendMessage", faulty);
            assertThat(send())
                    .isInstanceOfSatisfying(
                            Delivery.Away.class,
                            away -> assertThat(away.perhapsSent()).isTrue());
        }
    }

    @Test
    void nobody_listening_is_away_and_has_sent_nothing() {
        server.stop();
        assertThat(send())
                .isInstanceOfSatisfying(
                        Delivery.Away.class,
                        away -> assertThat(away.perhapsSent()).isFalse());
        server.start();
    }

    @Test
    void a_wrong_token_and_a_second_poller_hold_messages_back_but_lose_none() {
        for (int status : new int[] {401, 409}) {
            answer("sendMessage", error(status, "Unauthorized", "\"x\":1"));
            assertThat(send())
                    .isInstanceOfSatisfying(
                            Delivery.Away.class,
                            away -> assertThat(away.perhapsSent()).isFalse());
        }
    }

    @Test
    void a_message_that_telegram_never_takes_is_refused() {
        answer("sendMessage", error(400, "Bad Request: BUTTON_DATA_INVALID", "\"x\":1"));
        assertThat(send()).isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void an_edit_that_changes_nothing_has_reached_its_aim() {
        answer("editMessageText", error(400, "Bad Request: message is not modified: same content", "\"x\":1"));
        assertThat(api.edit(1, 9, VIEW)).isEqualTo(new Delivery.Delivered(9));
    }

    @Test
    void a_message_that_is_gone_or_too_old_cannot_be_edited() {
        for (var description : new String[] {
            "Bad Request: message to edit not found",
            "Bad Request: message can't be edited",
            "Bad Request: there is no text in the message to edit"
        }) {
            answer("editMessageText", error(400, description, "\"x\":1"));
            assertThat(api.edit(1, 9, VIEW)).isInstanceOf(Delivery.TargetGone.class);
        }
    }

    @Test
    void faulty_markup_is_sent_as_plain_words() {
        server.stubFor(any(urlPathMatching("(?i)/bot42:token/sendmessage"))
                .withRequestBody(matchingJsonPath("$.text", equalTo("<b>bold")))
                .willReturn(error(400, "Bad Request: can't parse entities: no end tag", "\"x\":1")));
        assertThat(api.send(1, View.of(new Html("<b>bold")), BotApi.Manner.LOUD))
                .isEqualTo(new Delivery.Delivered(7));
    }

    @Test
    void a_picture_goes_up_as_a_file_with_its_caption() {
        answer("sendPhoto", jsonResponse("""
                {"ok":true,"result":{"message_id":8,"date":1,"chat":{"id":1,"type":"private"}}}""", 200));
        var picture = VIEW.with(new View.Picture("qr.png", new byte[] {1, 2, 3}));
        assertThat(api.send(1, picture, BotApi.Manner.PROTECTED)).isEqualTo(new Delivery.Delivered(8));
        var request = server.findAll(postRequestedFor(urlPathMatching("(?i)/bot42:token/sendphoto")))
                .getFirst();
        assertThat(request.getBodyAsString())
                .contains("qr.png")
                .contains("5 &lt; 6")
                .contains("protect_content");
    }

    private Delivery send() {
        return api.send(1, VIEW, BotApi.Manner.LOUD);
    }

    private void answer(String method, ResponseDefinitionBuilder response) {
        server.stubFor(any(urlPathMatching("(?i)/bot42:token/" + method)).willReturn(response));
    }

    private static ResponseDefinitionBuilder error(int code, String description, String more) {
        return aResponse()
                .withStatus(code)
                .withBody("{\"ok\":false,\"error_code\":%d,\"description\":\"%s\",%s}"
                        .formatted(code, description, more));
    }
}
