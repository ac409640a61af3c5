package io.fleetgram.agent.core;

import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.TestCores;

class V2raySupervisionIT extends RealSupervisionContract {

    @Override
    CoreBinary binary() {
        return TestCores.one(CoreKind.V2RAY);
    }
}
