package io.fleetgram.agent.controller.grpc;

import io.fleetgram.agent.controller.CommandFile;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Order;
import io.fleetgram.wire.agent.v1.Command;
import io.fleetgram.wire.agent.v1.CompleteCommandRequest;
import io.fleetgram.wire.agent.v1.CoreRestart;
import io.fleetgram.wire.agent.v1.CoreStart;
import io.fleetgram.wire.agent.v1.CoreStop;
import io.fleetgram.wire.agent.v1.ReadConfiguration;
import io.fleetgram.wire.agent.v1.ReadLogs;
import io.fleetgram.wire.agent.v1.ReadStatistics;
import io.fleetgram.wire.agent.v1.Resync;
import java.util.Optional;

/** The controller's end of what travels about commands. */
final class CommandProtocol {

    private CommandProtocol() {}

    static Command write(io.fleetgram.agent.controller.Command command) {
        var message = Command.newBuilder().setId(command.id()).setTrace(command.trace());
        switch (command.order()) {
            case Order.CoreStart start -> message.setCoreStart(CoreStart.getDefaultInstance());
            case Order.CoreStop stop -> message.setCoreStop(CoreStop.getDefaultInstance());
            case Order.CoreRestart restart -> message.setCoreRestart(CoreRestart.getDefaultInstance());
            case Order.Logs logs -> message.setReadLogs(ReadLogs.newBuilder().setLines(logs.lines()));
            case Order.Configuration configuration ->
                message.setReadConfiguration(ReadConfiguration.getDefaultInstance());
            case Order.Statistics statistics -> message.setReadStatistics(ReadStatistics.getDefaultInstance());
            case Order.Resync resync -> message.setResync(Resync.getDefaultInstance());
            case Order.Unknown unknown -> {}
        }
        return message.build();
    }

    static CommandWord read(CompleteCommandRequest message) {
        var text = message.getResult();
        return switch (message.getState()) {
            case RUNNING -> new CommandWord.MayItBegin();
            case DONE ->
                new CommandWord.Done(
                        text,
                        message.getFileName().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new CommandFile(
                                        message.getFileName(), message.getFile().toByteArray())));
            case FAILED -> new CommandWord.Failed(text);
            case UNKNOWN -> new CommandWord.Lost(text);
            case STATE_UNSPECIFIED, UNRECOGNIZED -> throw new AssertionError("a word without a state: " + message);
        };
    }
}
