package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.Reach;
import io.fleetgram.agent.core.StartedWith;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The core's configuration on disk: one file for the next start, one that the running core was started with.
 *
 * <p>They are two because the first may be replaced while the core runs, and then no longer says what the core began with.
 */
public final class ConfigurationFile implements Configurations, AutoCloseable {

    private static final Logger LOG = System.getLogger(ConfigurationFile.class.getName());

    private final CoreDirectory directory;
    private final Dialect dialect;
    private final Reach reach;
    private final ApiPort apiPort;
    private final Trial trial;
    private final LateWriter late;
    private final ReentrantLock lock = new ReentrantLock();

    public ConfigurationFile(
            CoreDirectory directory, Dialect dialect, Reach reach, ApiPort apiPort, Trial trial, WritingTiming timing) {
        this.directory = directory;
        this.dialect = dialect;
        this.reach = reach;
        this.apiPort = apiPort;
        this.trial = trial;
        this.late = new LateWriter(timing, this::writeLate);
    }

    @Override
    public Written write(Configuration configuration) {
        late.forget();
        return tested(configuration);
    }

    @Override
    public void writeSoon(Configuration configuration) {
        late.accept(configuration);
    }

    private void writeLate(Configuration configuration) {
        switch (tested(configuration)) {
            case Written.Accepted accepted -> {}
            case Written.Refused refused -> keepsOlder(refused.why());
            case Written.NotWritten not -> keepsOlder(not.why());
        }
    }

    private static void keepsOlder(String why) {
        LOG.log(Level.WARNING, "The configuration file keeps its older set of users: {0}", why);
    }

    @Override
    public Optional<String> refusal(Configuration configuration) {
        lock.lock();
        try {
            var json = draft(configuration, port());
            var verdict = trial.of(json.path());
            json.discard();
            return verdict instanceof Trial.Verdict.Refused refused ? Optional.of(refused.why()) : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.WARNING, unwritable(e));
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Written tested(Configuration configuration) {
        lock.lock();
        try {
            int port = port();
            var json = draft(configuration, port);
            switch (trial.of(json.path())) {
                case Trial.Verdict.Passed passed -> {}
                case Trial.Verdict.Refused refused -> {
                    json.discard();
                    return new Written.Refused(refused.why());
                }
                case Trial.Verdict.NotTested not -> {
                    json.discard();
                    return new Written.NotWritten(not.why());
                }
            }
            var content = Draft.of(
                    directory.nextContent(),
                    out -> ContentFile.write(configuration, port, dialect == Dialect.V2RAY, out));
            json.install();
            content.install();
            return new Written.Accepted();
        } catch (IOException e) {
            return new Written.NotWritten(unwritable(e));
        } finally {
            lock.unlock();
        }
    }

    private int port() throws IOException {
        return apiPort.forNextStart(ContentFile.apiPort(directory.nextContent()));
    }

    private Draft draft(Configuration configuration, int port) throws IOException {
        return Draft.of(
                directory.next(),
                out -> new ConfigurationJson(dialect, directory.log(), reach).write(configuration, port, out));
    }

    private String unwritable(IOException e) {
        return "the configuration file could not be written in %s: %s".formatted(directory.root(), e);
    }

    @Override
    public Optional<Ready> forStart() {
        late.flush();
        lock.lock();
        try {
            fix();
            return Files.exists(directory.running())
                    ? ContentFile.apiPort(directory.runningContent()).map(port -> new Ready(directory.running(), port))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the core's configuration in " + directory.root(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Without room on the disk, the core is started as it was the last time. */
    private void fix() {
        if (!Files.exists(directory.next()) || !Files.exists(directory.nextContent())) {
            return;
        }
        try {
            var configuration = Draft.copy(directory.next(), directory.running());
            var content = Draft.copy(directory.nextContent(), directory.runningContent());
            configuration.install();
            content.install();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The core is started with the configuration it had before", e);
        }
    }

    @Override
    public Optional<StartedWith> startedWith() {
        lock.lock();
        try {
            return ContentFile.read(directory.runningContent());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + directory.runningContent(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Writes what was still to be written. */
    @Override
    public void close() {
        late.flush();
        late.close();
    }
}
