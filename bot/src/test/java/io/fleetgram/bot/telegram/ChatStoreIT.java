package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.telegram.app.Chat;
import io.fleetgram.bot.telegram.app.ChatStore;
import io.fleetgram.bot.telegram.app.Outgoing;
import io.fleetgram.bot.telegram.app.Person;
import io.fleetgram.bot.telegram.app.Place;
import io.fleetgram.bot.telegram.app.ReceivedUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the chat keeps in the database, without anybody who works on it. */
class ChatStoreIT {

    private static final long CHAT = 77;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final TestChat chat = TestChat.startWithoutToken();
    private final ChatStore store = chat.get(ChatStore.class);
    private final Lease lease =
            chat.get(Leases.class).take("test", Duration.ofHours(1)).orElseThrow();

    @AfterEach
    void stop() {
        chat.close();
    }

    @Test
    void an_id_is_known_for_two_days_and_new_after_that() {
        assertThat(receive(5, 6)).containsExactly(5L, 6L);
        assertThat(receive(6, 7)).containsExactly(7L);
        chat.jdbc()
                .sql("UPDATE telegram_inbox SET received_at = received_at - INTERVAL 49 HOUR")
                .update();
        assertThat(receive(6, 7)).containsExactly(6L, 7L);
        assertThat(positions()).isSorted().doesNotHaveDuplicates().endsWith(4L, 5L);
    }

    @Test
    void only_what_was_answered_is_purged() {
        receive(5, 6);
        var item = store.inbox().claim(lease, CHAT).orElseThrow();
        write(() -> store.inbox().done(lease, item, "x".repeat(300)));
        assertThat(store.inbox().purge(Instant.now().plusSeconds(60), 100)).isEqualTo(1);
        assertThat(store.inbox().openChats(10)).containsExactly(CHAT);
    }

    @Test
    void an_update_counts_as_acted_on_once() {
        receive(5);
        var item = store.inbox().claim(lease, CHAT).orElseThrow();
        write(() -> store.inbox().acted(lease, item));
        assertThat(store.inbox().claim(lease, CHAT).orElseThrow().acted()).isTrue();
        assertThatThrownBy(() -> write(() -> store.inbox().acted(lease, item))).isInstanceOf(Lease.Lost.class);
    }

    @Test
    void a_folded_screen_that_had_to_be_new_makes_the_newest_a_new_one() {
        put(screen("home", true));
        put(screen("nodes", false));
        var claimed = store.outbox().claim(lease, CHAT, NOW).orElseThrow();
        assertThat(claimed.message()).isInstanceOfSatisfying(Outgoing.Screen.class, shown -> {
            assertThat(shown.address()).isEqualTo("nodes");
            assertThat(shown.below()).isTrue();
        });
        write(() -> store.outbox().sent(claimed, Optional.of(1L), NOW));
        assertThat(store.outbox().due(10)).isEmpty();
    }

    @Test
    void a_screen_that_could_not_be_sent_gives_way_to_one_put_meanwhile() {
        put(screen("home", true));
        var claimed = store.outbox().claim(lease, CHAT, NOW).orElseThrow();
        put(screen("nodes", false));
        write(() -> store.outbox().again(claimed, NOW, "away"));
        assertThat(store.outbox().claim(lease, CHAT, NOW).orElseThrow().message())
                .isInstanceOfSatisfying(Outgoing.Screen.class, shown -> {
                    assertThat(shown.address()).isEqualTo("nodes");
                    assertThat(shown.below()).isTrue();
                });
    }

    @Test
    void a_redraw_never_undoes_a_move() {
        write(() -> store.chats().seen(new Place(CHAT, true), new Person(CHAT, Optional.of("en")), NOW));
        write(() -> store.chats().showing(CHAT, Optional.of(1L), "home", false, NOW));
        put(screen("nodes", false));
        write(() -> store.outbox().redraw(CHAT, screen("home", false), NOW));
        write(() -> store.outbox().redraw(CHAT, screen("accounts", false), NOW));
        assertThat(store.outbox().claim(lease, CHAT, NOW).orElseThrow().message())
                .isInstanceOfSatisfying(
                        Outgoing.Screen.class,
                        shown -> assertThat(shown.address()).isEqualTo("nodes"));
        assertThat(store.outbox().claim(lease, CHAT, NOW)).isEmpty();
    }

    @Test
    void a_screen_that_is_still_on_its_way_is_found_and_drawn_again() {
        write(() -> store.chats().seen(new Place(CHAT, true), new Person(CHAT, Optional.of("en")), NOW));
        write(() -> store.chats().showing(CHAT, Optional.of(1L), "home", false, NOW));
        put(screen("nodes", false));
        var aMinuteAgo = NOW.minusSeconds(60);
        assertThat(store.chats().showing("home", aMinuteAgo)).isEmpty();
        assertThat(store.chats().showing("nodes", aMinuteAgo))
                .extracting(Chat::screenAddress)
                .containsExactly("nodes");
        var first = store.outbox().claim(lease, CHAT, NOW).orElseThrow();
        write(() -> store.outbox().redraw(CHAT, screen("nodes", false), NOW));
        write(() -> store.outbox().sent(first, Optional.of(1L), NOW));
        assertThat(store.outbox().claim(lease, CHAT, NOW).orElseThrow().message())
                .isInstanceOfSatisfying(
                        Outgoing.Screen.class,
                        shown -> assertThat(shown.address()).isEqualTo("nodes"));
    }

    @Test
    void a_screen_that_draws_itself_again_keeps_the_line_above_it_until_a_person_asks_for_a_screen() {
        write(() -> store.chats().seen(new Place(CHAT, true), new Person(CHAT, Optional.of("en")), NOW));
        put(screen("nodes", false).under(Html.text("de-1 is deleted.")));
        write(() -> store.outbox().redraw(CHAT, screen("nodes", false), NOW));
        assertThat(sendNext()).isEqualTo("de-1 is deleted.\n\nnodes");
        write(() -> store.outbox().redraw(CHAT, screen("nodes", false), NOW));
        write(() -> store.outbox().redraw(CHAT, screen("nodes", false), NOW));
        assertThat(sendNext()).isEqualTo("de-1 is deleted.\n\nnodes");

        put(screen("nodes", false));
        write(() -> store.outbox().redraw(CHAT, screen("nodes", false), NOW));
        assertThat(sendNext()).isEqualTo("nodes");
    }

    @Test
    void a_secret_lies_sealed_and_one_that_cannot_be_opened_holds_nothing_up() {
        put(new Outgoing.Secret(View.of(Html.text("swordfish"))));
        put(new Outgoing.Alert(View.of(Html.text("alert"))));
        assertThat(bodies()).noneMatch(body -> body.contains("swordfish")).anyMatch(body -> body.contains("alert"));
        chat.jdbc()
                .sql("UPDATE telegram_outbox SET body = 'AAAA' WHERE kind = 'SECRET'")
                .update();
        assertThat(store.outbox().claim(lease, CHAT, NOW)).isEmpty();
        assertThat(store.outbox().claim(lease, CHAT, NOW).orElseThrow().message())
                .isInstanceOf(Outgoing.Alert.class);
    }

    @Test
    void a_group_that_has_another_id_takes_its_messages_along() {
        put(screen("home", false));
        write(() -> store.chats().migrated(CHAT, -100_777));
        assertThat(store.outbox().claim(lease, CHAT, NOW)).isEmpty();
        assertThat(store.outbox().claim(lease, -100_777, NOW)).isPresent();
    }

    private static Outgoing.Screen screen(String address, boolean below) {
        return new Outgoing.Screen(View.of(Html.text(address)), address, below);
    }

    private void put(Outgoing message) {
        write(() -> store.outbox().put(CHAT, message, NOW));
    }

    /** Sends the chat's next message as its screen and returns its words. */
    private String sendNext() {
        var item = store.outbox().claim(lease, CHAT, NOW).orElseThrow();
        write(() -> store.outbox().sent(item, Optional.of(1L), NOW));
        var screen = (Outgoing.Screen) item.message();
        write(() -> store.chats().showing(CHAT, Optional.of(1L), screen.address(), false, NOW));
        return screen.view().text().stripped();
    }

    private void write(Runnable work) {
        store.transactions().run(work);
    }

    private Collection<Long> receive(long... ids) {
        return store.inbox()
                .receive(
                        lease,
                        4242,
                        Arrays.stream(ids)
                                .mapToObj(id -> new ReceivedUpdate(id, CHAT, "{}", Optional.empty()))
                                .toList());
    }

    private List<Long> positions() {
        return chat.jdbc()
                .sql("SELECT position FROM telegram_inbox ORDER BY position")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private List<String> bodies() {
        return chat.jdbc()
                .sql("SELECT body FROM telegram_outbox")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
