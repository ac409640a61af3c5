package io.fleetgram.agent.core;

/** Where users' streams may go. */
public enum Reach {
    /** Wherever the core lets them: Xray since 2026 keeps them away from loopback and private addresses. */
    CORES_OWN_RULES,
    /** Everywhere, the node's own loopback addresses included: for trying things out on one machine. */
    EVERYWHERE
}
