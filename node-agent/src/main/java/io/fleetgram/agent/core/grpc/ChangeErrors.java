package io.fleetgram.agent.core.grpc;

import io.fleetgram.agent.core.UserChange;
import io.fleetgram.agent.core.UserOutcome;
import io.grpc.Status;

/**
 * What the core means by an error that answers a change.
 *
 * <p>Cores have no codes for these: all are UNKNOWN with a text that begins with a path of the core's own and differs between
 * versions, so that only its end tells.
 */
final class ChangeErrors {

    private ChangeErrors() {}

    static UserOutcome outcome(UserChange change, Status status) {
        String text = status.getDescription() == null ? "" : status.getDescription();
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, INTERNAL ->
                new UserOutcome.CoreGone(true, CoreApi.text(status));
            default -> {
                if (change instanceof UserChange.Add && text.contains("already exists")) {
                    yield new UserOutcome.AlreadyThere();
                }
                if (change instanceof UserChange.Remove && text.stripTrailing().endsWith("not found.")) {
                    yield new UserOutcome.NotThere();
                }
                yield new UserOutcome.Refused(CoreApi.text(status));
            }
        };
    }
}
