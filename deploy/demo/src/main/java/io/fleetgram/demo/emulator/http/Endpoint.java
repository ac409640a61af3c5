package io.fleetgram.demo.emulator.http;

/** Answers requests to a part of the address space. */
@FunctionalInterface
interface Endpoint {
    Answer serve(WebRequest request) throws InterruptedException;
}
