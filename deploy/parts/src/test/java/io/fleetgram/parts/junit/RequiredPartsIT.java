package io.fleetgram.parts.junit;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.mariadb.MariaDbBinary;
import io.fleetgram.parts.process.Installed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequiredPartsIT {

    /** Where a part is required this fails without it, even if no other test asks for it. */
    @ParameterizedTest
    @EnumSource
    void a_part_that_is_required_is_here(RealPart part) {
        assertThatCode(() -> Need.note(part, lookFor(part))).doesNotThrowAnyException();
    }

    private static Found<?> lookFor(RealPart part) {
        return switch (part) {
            case MARIADB -> MariaDbBinary.find(PartsCache.standard());
            case V2RAY -> Cores.find(CoreKind.V2RAY);
            case XRAY -> Cores.find(CoreKind.XRAY);
            case CHROMIUM -> Installed.chromium();
            case IPROUTE2 -> Installed.iproute2();
            case SYSTEMD_ANALYZE -> Installed.systemdAnalyze();
            case SYSTEMD -> Installed.runningSystemd();
        };
    }
}
