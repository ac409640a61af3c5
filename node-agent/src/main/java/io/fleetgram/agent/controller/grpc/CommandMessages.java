package io.fleetgram.agent.controller.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.Command;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Order;
import io.fleetgram.wire.agent.v1.CompleteCommandRequest;

/** Reads commands and writes what this node says of them. */
final class CommandMessages {

    private static final int LONGEST_TEXT = 2_000;

    private CommandMessages() {}

    static Command command(io.fleetgram.wire.agent.v1.Command message) {
        var order = switch (message.getOrderCase()) {
            case CORE_START -> new Order.CoreStart();
            case CORE_STOP -> new Order.CoreStop();
            case CORE_RESTART -> new Order.CoreRestart();
            case READ_LOGS -> new Order.Logs(message.getReadLogs().getLines());
            case READ_CONFIGURATION -> new Order.Configuration();
            case READ_STATISTICS -> new Order.Statistics();
            case RESYNC -> new Order.Resync();
            case ORDER_NOT_SET -> new Order.Unknown();
        };
        return new Command(message.getId(), message.getTrace(), order);
    }

    static CompleteCommandRequest word(String id, CommandWord word) {
        var message = CompleteCommandRequest.newBuilder().setId(id).setState(state(word));
        if (word instanceof CommandWord.End end) {
            message.setResult(cut(end.text()));
            end.file().ifPresent(file -> message.setFileName(file.name()).setFile(ByteString.copyFrom(file.content())));
        }
        return message.build();
    }

    private static CompleteCommandRequest.State state(CommandWord word) {
        return switch (word) {
            case CommandWord.MayItBegin ask -> CompleteCommandRequest.State.RUNNING;
            case CommandWord.Done done -> CompleteCommandRequest.State.DONE;
            case CommandWord.Failed failed -> CompleteCommandRequest.State.FAILED;
            case CommandWord.Lost lost -> CompleteCommandRequest.State.UNKNOWN;
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
