package io.fleetgram.demo.emulator.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdatesTest {
    private final ReentrantLock lock = new ReentrantLock();
    private final Updates updates = new Updates(lock.newCondition(), 100);

    @BeforeEach
    void take_the_turn() {
        lock.lock();
    }

    @AfterEach
    void end_the_turn() {
        lock.unlock();
    }

    @Test
    void an_update_comes_again_until_an_offset_confirms_it() {
        offer("message", "message");
        assertThat(ids(updates.take(0, 100))).containsExactly(100, 101);
        assertThat(ids(updates.take(100, 100))).containsExactly(100, 101);
        assertThat(ids(updates.take(101, 100))).containsExactly(101);
        assertThat(ids(updates.take(1, 100))).containsExactly(101);
        assertThat(ids(updates.take(102, 100))).isEmpty();
    }

    @Test
    void an_offset_far_in_the_future_is_answered_from_the_head() {
        offer("message");
        assertThat(ids(updates.take(900_000_001, 100))).containsExactly(100);
    }

    @Test
    void a_negative_offset_keeps_only_the_newest() {
        offer("message", "message", "message");
        assertThat(ids(updates.take(-1, 100))).containsExactly(102);
        assertThat(updates.pending()).isEqualTo(1);
    }

    @Test
    void types_that_are_not_wanted_are_never_queued() {
        updates.allow(List.of("callback_query"));
        offer("message", "callback_query");
        assertThat(updates.take(0, 100)).extracting(Update::type).containsExactly("callback_query");
    }

    @Test
    void an_empty_list_wants_all_but_the_three_on_demand() {
        updates.allow(List.of());
        offer("message", "chat_member", "message_reaction", "my_chat_member");
        assertThat(updates.take(0, 100)).extracting(Update::type).containsExactly("message", "my_chat_member");
    }

    @Test
    void ids_restart_only_when_nothing_is_waiting() {
        offer("message");
        updates.restartAt(7);
        offer("message");
        assertThat(ids(updates.take(0, 100))).containsExactly(100, 101);
        assertThat(updates.take(102, 100)).isEmpty();
        offer("message");
        assertThat(ids(updates.take(102, 100))).containsExactly(7);
    }

    private void offer(String... types) {
        for (var type : types) {
            updates.offer(type, "{}");
        }
    }

    private static List<Integer> ids(List<Update> updates) {
        return updates.stream().map(Update::id).toList();
    }
}
