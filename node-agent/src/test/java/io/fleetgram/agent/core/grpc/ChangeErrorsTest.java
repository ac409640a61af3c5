package io.fleetgram.agent.core.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.UserChange;
import io.fleetgram.agent.core.UserOutcome;
import io.grpc.Status;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those that the cores were seen to answer. */
class ChangeErrorsTest {

    private static final UserChange ADD = new UserChange.Add("in", "a.k1", new Account.Vmess(new UUID(0, 1)));
    private static final UserChange REMOVE = new UserChange.Remove("in", "a.k1");

    @ParameterizedTest
    @ValueSource(
            strings = {"v2ray.com/core/proxy/vless: User a.k1 already exists.", "proxy/vmess: User a.k1 already exists."
            })
    void somebody_of_that_email_is_there(String text) {
        assertThat(ChangeErrors.outcome(ADD, unknown(text))).isEqualTo(new UserOutcome.AlreadyThere());
    }

    @Test
    void nobody_of_that_email_is_there() {
        assertThat(ChangeErrors.outcome(REMOVE, unknown("v2ray.com/core/proxy/vless: User a.k1 not found.")))
                .isEqualTo(new UserOutcome.NotThere());
    }

    @Test
    void an_inbound_that_is_not_there_is_not_a_user_that_is_not_there() {
        var status = unknown("failed to get handler: nope > app/proxyman/inbound: handler not found: nope");
        assertThat(ChangeErrors.outcome(REMOVE, status)).isInstanceOf(UserOutcome.Refused.class);
        assertThat(ChangeErrors.outcome(ADD, status)).isInstanceOf(UserOutcome.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "INTERNAL"})
    void without_an_answer_nobody_knows_what_became_of_it(Status.Code code) {
        assertThat(ChangeErrors.outcome(ADD, code.toStatus().withDescription("io exception")))
                .isEqualTo(new UserOutcome.CoreGone(true, code + ": io exception"));
    }

    private static Status unknown(String text) {
        return Status.UNKNOWN.withDescription(text);
    }
}
