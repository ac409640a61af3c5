package io.fleetgram.parts.core;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.cache.PartsCache;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The cores that can be had here. Each is looked for once per JVM, and fetched if need be. */
public final class Cores {

    private static final Map<CoreKind, Found<CoreBinary>> KNOWN = new EnumMap<>(CoreKind.class);
    private static final ReentrantLock LOCK = new ReentrantLock();

    private Cores() {}

    public static Found<CoreBinary> find(CoreKind kind) {
        LOCK.lock();
        try {
            return KNOWN.computeIfAbsent(kind, Cores::lookFor);
        } finally {
            LOCK.unlock();
        }
    }

    private static Found<CoreBinary> lookFor(CoreKind kind) {
        var cache = PartsCache.standard();
        return switch (kind) {
            case XRAY ->
                RealXray.find(
                        cache,
                        Optional.ofNullable(System.getenv("FLEETGRAM_XRAY")).map(Path::of));
            case V2RAY -> RealV2ray.find(cache);
            case SIMULATED -> SimulatedCore.find(cache);
        };
    }

    /** All that can be had, best first; the simulated core is always among them. */
    public static List<CoreBinary> found() {
        return Arrays.stream(CoreKind.values())
                .map(Cores::find)
                .flatMap(found -> found.toOptional().stream())
                .toList();
    }

    public static CoreBinary best() {
        return found().getFirst();
    }
}
