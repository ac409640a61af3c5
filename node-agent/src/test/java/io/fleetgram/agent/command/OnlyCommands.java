package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Drafts;
import io.fleetgram.agent.controller.PollQuestion;
import io.fleetgram.agent.controller.PollReply;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.store.Credentials;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** A controller that is told of commands and of nothing else. */
record OnlyCommands(BiFunction<String, CommandWord, Answer<Boolean>> words) implements Controller {

    @Override
    public Answer<Boolean> complete(String command, CommandWord word) {
        return words.apply(command, word);
    }

    @Override
    public Answer<PollReply> poll(PollQuestion question, Drafts drafts) {
        throw new AssertionError("nobody polls here");
    }

    @Override
    public Answer<Cursor> reportTraffic(byte[] batch, long nothingKeptFrom) {
        throw new AssertionError("nothing is reported here");
    }

    @Override
    public Answer<Instant> reportStatus(StatusReport report) {
        throw new AssertionError("nothing is reported here");
    }

    @Override
    public Answer<List<X509Certificate>> renew(byte[] certificateRequest) {
        throw new AssertionError("nothing is renewed here");
    }

    @Override
    public Answer<Boolean> rotateToken(byte[] tokenHash) {
        throw new AssertionError("nothing is renewed here");
    }

    @Override
    public void use(Credentials credentials) {
        throw new AssertionError("nothing is renewed here");
    }

    @Override
    public void close() {}
}
