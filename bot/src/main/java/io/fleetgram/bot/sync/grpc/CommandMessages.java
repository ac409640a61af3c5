package io.fleetgram.bot.sync.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandFile;
import io.fleetgram.bot.fleet.NodeCommandWord;
import io.fleetgram.bot.fleet.NodeOrder;
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

/** Writes commands and reads what nodes say of them. Lengths are those of the columns that the texts end in. */
final class CommandMessages {

    private static final int LONGEST_RESULT = 2_000;

    private CommandMessages() {}

    static Command command(NodeCommand command) {
        var message = Command.newBuilder()
                .setId(command.key().text())
                .setTrace(command.trace().text());
        switch (command.order()) {
            case NodeOrder.CoreStart start -> message.setCoreStart(CoreStart.getDefaultInstance());
            case NodeOrder.CoreStop stop -> message.setCoreStop(CoreStop.getDefaultInstance());
            case NodeOrder.CoreRestart restart -> message.setCoreRestart(CoreRestart.getDefaultInstance());
            case NodeOrder.Logs logs ->
                message.setReadLogs(ReadLogs.newBuilder().setLines(logs.lines()));
            case NodeOrder.Configuration configuration ->
                message.setReadConfiguration(ReadConfiguration.getDefaultInstance());
            case NodeOrder.Statistics statistics -> message.setReadStatistics(ReadStatistics.getDefaultInstance());
            case NodeOrder.Resync resync -> message.setResync(Resync.getDefaultInstance());
        }
        return message.build();
    }

    static CommandKey key(CompleteCommandRequest message) {
        return CommandKey.parse(message.getId()).orElseThrow(() -> Checked.invalid("id is the id of a command"));
    }

    static NodeCommandWord word(CompleteCommandRequest message) {
        var text = Checked.shownLines(message.getResult(), LONGEST_RESULT);
        return switch (message.getState()) {
            case RUNNING -> new NodeCommandWord.MayItBegin();
            case DONE -> new NodeCommandWord.Done(text, file(message));
            case FAILED -> new NodeCommandWord.Failed(text, file(message));
            case UNKNOWN -> new NodeCommandWord.Lost(text);
            case STATE_UNSPECIFIED, UNRECOGNIZED -> throw Checked.invalid("state is running, done, failed or unknown");
        };
    }

    private static Optional<NodeCommandFile> file(CompleteCommandRequest message) {
        if (message.getFile().equals(ByteString.EMPTY)) {
            return Optional.empty();
        }
        var content = Checked.atMost("file", message.getFile(), NodeCommandFile.LARGEST);
        var name = Checked.text("file_name", message.getFileName(), NodeCommandFile.LONGEST_NAME);
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw Checked.invalid("file_name has letters, digits, dots, hyphens and underscores");
        }
        return Optional.of(new NodeCommandFile(name, content));
    }
}
