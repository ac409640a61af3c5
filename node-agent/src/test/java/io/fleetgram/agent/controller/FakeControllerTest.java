package io.fleetgram.agent.controller;

import java.nio.ByteBuffer;

/** The fake in memory keeps the contract, so that what is tested with it holds for the real one. */
class FakeControllerTest extends ControllerContract {

    private final FakeFleet fleet = new FakeFleet(FakeControllerTest::position);

    @Override
    protected FakeFleet fleet() {
        return fleet;
    }

    @Override
    protected Controller open() {
        return new FakeController(fleet);
    }

    @Override
    protected byte[] batch(Cursor position) {
        var epoch = position.epoch();
        return ByteBuffer.allocate(24)
                .putLong(epoch.high())
                .putLong(epoch.low())
                .putLong(position.sequence())
                .array();
    }

    private static Cursor position(byte[] batch) {
        var in = ByteBuffer.wrap(batch);
        return new Cursor(new Epoch(in.getLong(), in.getLong()), in.getLong());
    }
}
