package io.fleetgram.parts.core;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.cache.DebianPackages;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.process.Programs;
import java.nio.file.Path;

/** The v2ray on this machine, else the distribution's package unpacked into the cache, with {@code v2ctl} beside it. */
final class RealV2ray {

    private RealV2ray() {}

    static Found<CoreBinary> find(PartsCache cache) {
        return Programs.find("v2ray").map(RealV2ray::probe).orElseGet(() -> switch (cache.obtain(
                "v2ray-packages", DebianPackages.of("v2ray"))) {
            case Found.Missing<Path> missing -> new Found.Missing<>("no v2ray on PATH; " + missing.why());
            case Found.Present<Path> tree -> probe(tree.value().resolve("usr/bin/v2ray"));
        });
    }

    /** Its first line is {@code V2Ray 4.34.0 (name) platform}. */
    private static Found<CoreBinary> probe(Path executable) {
        return CoreVersion.ask(CoreKind.V2RAY, executable, "V2Ray", "-version");
    }
}
