package io.fleetgram.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.store.AgentLock.Taking;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLockTest {

    @TempDir
    Path directory;

    @Test
    void a_second_taker_is_told_who_has_it_until_it_is_released() throws IOException {
        var file = directory.resolve("agent.lock");
        var first = ((Taking.Taken) AgentLock.take(file, 4711)).lock();
        assertThat(AgentLock.take(file, 4712)).isEqualTo(new Taking.Held("4711"));
        first.close();
        var second = AgentLock.take(file, 4712);
        assertThat(second).isInstanceOf(Taking.Taken.class);
        ((Taking.Taken) second).lock().close();
    }
}
