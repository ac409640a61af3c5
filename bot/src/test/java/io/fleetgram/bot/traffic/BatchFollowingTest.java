package io.fleetgram.bot.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.traffic.SealedBatch.Digest;
import io.fleetgram.bot.traffic.SealedBatch.Epoch;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchFollowingTest {

    private static final Digest MINE = new Digest("aa");
    private static final Digest OTHER = new Digest("bb");

    @Test
    void the_next_number_is_next_and_the_first_follows_none() {
        assertThat(judge(8, 7)).isEqualTo(new BatchFollowing.Next());
        assertThat(judge(1, 0)).isEqualTo(new BatchFollowing.Next());
    }

    @Test
    void the_last_number_and_those_before_are_repeats() {
        assertThat(judge(7, 7)).isEqualTo(new BatchFollowing.Repeat());
        assertThat(judge(3, 7)).isEqualTo(new BatchFollowing.Repeat());
    }

    @Test
    void the_last_number_with_other_bytes_is_no_repeat() {
        assertThat(BatchFollowing.judge(batch(7), 7, OTHER, 0)).isEqualTo(new BatchFollowing.Altered());
    }

    @Test
    void a_number_further_on_leaves_a_gap() {
        assertThat(judge(9, 7)).isEqualTo(new BatchFollowing.AfterGap(8));
    }

    @Test
    void while_the_node_keeps_what_lies_between_a_number_further_on_waits() {
        assertThat(judge(9, 7, 9)).isEqualTo(new BatchFollowing.BeforeItsTurn());
        assertThat(judge(2, 0, 2)).isEqualTo(new BatchFollowing.BeforeItsTurn());
    }

    @Test
    void what_the_node_keeps_no_more_is_a_gap() {
        assertThat(judge(9, 7, 8)).isEqualTo(new BatchFollowing.AfterGap(8));
        assertThat(judge(9, 7, 3)).isEqualTo(new BatchFollowing.AfterGap(8));
    }

    @Test
    void what_the_node_keeps_changes_nothing_for_the_next_and_for_repeats() {
        assertThat(judge(8, 7, 8)).isEqualTo(new BatchFollowing.Next());
        assertThat(judge(8, 7, 1)).isEqualTo(new BatchFollowing.Next());
        assertThat(judge(7, 7, 7)).isEqualTo(new BatchFollowing.Repeat());
    }

    private static BatchFollowing judge(long sequence, long last) {
        return judge(sequence, last, 0);
    }

    private static BatchFollowing judge(long sequence, long last, long nothingKeptFrom) {
        return BatchFollowing.judge(batch(sequence), last, MINE, nothingKeptFrom);
    }

    private static SealedBatch batch(long sequence) {
        return new SealedBatch(new Epoch("00"), sequence, MINE, List.of(), List.of());
    }
}
