package io.fleetgram.agent.core;

import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.TestCores;

class XraySupervisionIT extends RealSupervisionContract {

    @Override
    CoreBinary binary() {
        return TestCores.one(CoreKind.XRAY);
    }
}
