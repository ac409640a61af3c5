package io.fleetgram.agent.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.UserFact;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLineTest {

    @Property
    void every_line_is_read_as_it_was_written(@ForAll("lines") ContentLine line) {
        assertThat(line.text()).doesNotContain("\n");
        assertThat(ContentLine.parse(line.text())).isEqualTo(line);
    }

    @Test
    void a_line_is_plain_to_read() {
        assertThat(new ContentLine.OfUser(new UserFact.Has("in", "a.k1", new Account.Vless(new UUID(0, 1), ""))).text())
                .isEqualTo("has in a.k1 vless 00000000-0000-0000-0000-000000000001 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "has in", "has in a.k1 vless zebra ", "unheard of", "api port", "run boot 1"})
    void anything_else_is_refused(String line) {
        assertThatThrownBy(() -> ContentLine.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<ContentLine> lines() {
        var word = Arbitraries.strings().withChars("abc.-_019").ofMinLength(1).ofMaxLength(8);
        var password = Arbitraries.strings().ofMinLength(1).ofMaxLength(20);
        Arbitrary<Account> account = Arbitraries.oneOf(
                password.map(Account.Trojan::new),
                password.map(Account.Shadowsocks::new),
                Arbitraries.longs().map(low -> new Account.Vmess(new UUID(7, low))),
                Arbitraries.longs().map(low -> new Account.Vless(new UUID(7, low), low % 2 == 0 ? "" : "vision")));
        return Arbitraries.oneOf(
                word.map(boot -> new ContentLine.OfRun(new CoreIdentity(boot, 12, 345))),
                Arbitraries.integers().map(ContentLine.ApiAt::new),
                word.map(tag -> new ContentLine.HasInbound(tag, 443, "0123")),
                word.map(tag -> new ContentLine.OfUser(new UserFact.Lacks(tag, "a.k1"))),
                word.map(tag -> new ContentLine.OfUser(new UserFact.Unsure(tag, "a.k1"))),
                account.map(secret -> new ContentLine.OfUser(new UserFact.Has("in", "a.k1", secret))));
    }
}
