package io.fleetgram.demo.coverage;

/** A test class whose nodes run a core. */
public interface RunsOnCore {

    /** Returns kind and version, such as {@code Xray 26.10.10}, or {@code simulated core}. */
    String coreName();
}
