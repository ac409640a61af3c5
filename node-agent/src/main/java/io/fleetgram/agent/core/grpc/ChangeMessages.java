package io.fleetgram.agent.core.grpc;

import com.google.protobuf.MessageLite;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.UserChange;
import io.fleetgram.wire.core.protocol.User;
import io.fleetgram.wire.core.proxyman.AddUserOperation;
import io.fleetgram.wire.core.proxyman.AlterInboundRequest;
import io.fleetgram.wire.core.proxyman.RemoveUserOperation;
import io.fleetgram.wire.core.serial.TypedMessage;

/** The requests for changes of users; every one carries an operation, for one without ends the core's process. */
record ChangeMessages(Dialect dialect) {

    /** The level whose policy counts users; a user of another level would never be counted. */
    private static final int COUNTED_LEVEL = 0;

    AlterInboundRequest write(UserChange change) {
        return switch (change) {
            case UserChange.Add add ->
                request(
                        add.tag(),
                        "AddUserOperation",
                        AddUserOperation.newBuilder()
                                .setUser(User.newBuilder()
                                        .setLevel(COUNTED_LEVEL)
                                        .setEmail(add.email())
                                        .setAccount(new AccountMessages(dialect).write(add.account())))
                                .build());
            case UserChange.Remove remove ->
                request(
                        remove.tag(),
                        "RemoveUserOperation",
                        RemoveUserOperation.newBuilder()
                                .setEmail(remove.email())
                                .build());
        };
    }

    private AlterInboundRequest request(String tag, String operation, MessageLite message) {
        return AlterInboundRequest.newBuilder()
                .setTag(tag)
                .setOperation(TypedMessage.newBuilder()
                        .setType(dialect.prefix() + "app.proxyman.command." + operation)
                        .setValue(message.toByteString()))
                .build();
    }
}
