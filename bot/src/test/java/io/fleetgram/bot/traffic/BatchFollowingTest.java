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
        assertThat(BatchFollowing.judge(batch(7), 7, OTHER)).isEqualTo(new BatchFollowing.Altered());
    }

    @Test
    void a_number_further_on_leaves_a_gap() {
        assertThat(judge(9, 7)).isEqualTo(new BatchFollowing.AfterGap(8));
    }

    private static BatchFollowing judge(long sequence, long last) {
        return BatchFollowing.judge(batch(sequence), last, MINE);
    }

    private static SealedBatch batch(long sequence) {
        return new SealedBatch(new Epoch("00"), sequence, MINE, List.of());
    }
}
