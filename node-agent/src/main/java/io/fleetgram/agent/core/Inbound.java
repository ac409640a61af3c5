package io.fleetgram.agent.core;

import io.fleetgram.shared.EntryDigest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A listener of the core, without its users.
 *
 * @param key the second half of its users' e-mails
 * @param tag the core's name for it
 * @param listen address to listen on; empty for every address
 * @param flow the VLESS flow of all its users: empty, or {@code xtls-rprx-vision}
 * @param sniffing whether the core looks into streams for their destination
 */
public record Inbound(
        String key,
        String tag,
        String listen,
        int port,
        Protocol protocol,
        Security security,
        String flow,
        boolean sniffing) {

    public Inbound {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
    }

    /**
     * Returns what tells whether a core that listens as the one inbound says listens as another says, too.
     *
     * <p>It is kept on disk beside a running core, so it must stay the same from one release to the next: whatever is added
     * to an inbound may show only where it differs from what was done before.
     */
    public String fingerprint() {
        String description = String.join(
                "\n",
                listen,
                Integer.toString(port),
                protocol.name(),
                flow,
                Boolean.toString(sniffing),
                describedSecurity());
        return EntryDigest.of(tag, description.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String describedSecurity() {
        return switch (security) {
            case Security.None none -> "none";
            case Security.Reality reality ->
                String.join(
                        "\n",
                        "reality",
                        reality.target(),
                        String.join(",", reality.serverNames()),
                        reality.privateKey(),
                        String.join(",", reality.shortIds()));
        };
    }

    /** Returns the account that fits this inbound; empty if its protocol has no use for this kind of credential. */
    public Optional<Account> accountOf(Credential credential) {
        return Optional.ofNullable(
                switch (protocol) {
                    case VLESS -> credential instanceof Credential.Id id ? new Account.Vless(id.id(), flow) : null;
                    case VMESS -> credential instanceof Credential.Id id ? new Account.Vmess(id.id()) : null;
                    case TROJAN -> credential instanceof Credential.Password p ? new Account.Trojan(p.text()) : null;
                    case SHADOWSOCKS ->
                        credential instanceof Credential.Password p ? new Account.Shadowsocks(p.text()) : null;
                });
    }
}
