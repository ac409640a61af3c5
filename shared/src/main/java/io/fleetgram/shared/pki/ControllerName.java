package io.fleetgram.shared.pki;

/**
 * The one name under which agents know every controller.
 *
 * <p>A controller's certificate carries it whatever address the controller is reached by, and agents check for it instead
 * of that address. In its handshake a controller sends its own certificate and then the authority's, because an agent
 * that enrolls knows of the authority nothing but the fingerprint.
 */
public final class ControllerName {

    public static final String DNS = "controller.fleetgram.internal";

    private ControllerName() {}
}
