package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.security.NodeTokens;
import io.fleetgram.shared.pki.NodeToken;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows callers by the token in the call's metadata.
 *
 * <p>Whose a token is never changes, so it is remembered once found; whether it still counts is for {@link Admission} to say,
 * at every call. A token that nobody has is looked up each time: it may be given a moment later, by another controller.
 */
final class TokenCallers implements Callers {

    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private static final String BEARER = "Bearer ";

    private final NodeTokens tokens;
    private final Map<String, Caller> known = new ConcurrentHashMap<>();

    TokenCallers(NodeTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<Caller> of(ServerCall<?, ?> call, Metadata headers) {
        return Optional.ofNullable(headers.get(AUTHORIZATION))
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> NodeToken.parse(value.substring(BEARER.length())))
                .flatMap(this::find);
    }

    private Optional<Caller> find(NodeToken token) {
        byte[] hash = token.hash();
        var id = NodeToken.idOf(hash);
        var before = known.get(id);
        if (before != null) {
            return Optional.of(before);
        }
        var found = tokens.find(hash).map(held -> Caller.of(held.nodeKey(), held.id()));
        found.ifPresent(caller -> known.put(id, caller));
        return found;
    }
}
