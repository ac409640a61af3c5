package io.fleetgram.demo.emulator.store;

import io.fleetgram.demo.emulator.chat.Files.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what was sent for as long as the emulator runs. */
public final class MemoryBytes implements Bytes {
    private final Map<String, byte[]> byName = new ConcurrentHashMap<>();

    @Override
    public void put(String name, byte[] bytes) {
        byName.put(name, bytes);
    }

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
