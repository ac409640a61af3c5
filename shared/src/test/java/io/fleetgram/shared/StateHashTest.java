package io.fleetgram.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateHashTest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    @Property
    boolean sums_and_differences_are_those_of_128_bit_numbers(
            @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
        var one = new StateHash(high, low);
        var other = new StateHash(otherHigh, otherLow);
        return number(one.plus(other)).equals(number(one).add(number(other)).mod(MODULUS))
                && number(one.minus(other))
                        .equals(number(one).subtract(number(other)).mod(MODULUS));
    }

    @Property
    boolean its_bytes_read_back(@ForAll long high, @ForAll long low) {
        var hash = new StateHash(high, low);
        return StateHash.fromBytes(hash.toBytes()).equals(hash);
    }

    @Test
    void the_digest_of_an_entry_is_pinned_for_every_release() {
        assertThat(EntryDigest.of("i/abc", new byte[] {1, 2, 3})).hasToString(PINNED);
    }

    @Test
    void moving_a_byte_from_key_to_body_changes_the_digest() {
        assertThat(EntryDigest.of("ab", new byte[] {'c'})).isNotEqualTo(EntryDigest.of("a", new byte[] {'b', 'c'}));
    }

    @Test
    void a_hash_of_another_length_is_refused() {
        assertThatThrownBy(() -> StateHash.fromBytes(new byte[3])).hasMessageContaining("16 bytes");
    }

    private static final String PINNED = "23443a272a1a6b6be67ef2229781c575";

    private static BigInteger number(StateHash hash) {
        return new BigInteger(1, hash.toBytes());
    }
}
