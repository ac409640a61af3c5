package io.fleetgram.bot.inbounds.jdbc;

import io.fleetgram.bot.inbounds.Flow;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.InboundKey;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.inbounds.Offer;
import io.fleetgram.bot.inbounds.Protocol;
import io.fleetgram.bot.inbounds.Security;
import io.fleetgram.bot.inbounds.Transport;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.security.Sealer;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inbounds in MariaDB; private keys are sealed on the way in and opened on the way out. */
@Repository
class JdbcInbounds implements Inbounds {

    private static final String TCP = "TCP";
    private static final String NONE = "NONE";
    private static final String REALITY = "REALITY";

    private final InboundRows rows;
    private final JdbcClient database;
    private final Sealer sealer;
    private final InstantSource time;

    JdbcInbounds(InboundRows rows, JdbcClient database, Sealer sealer, InstantSource time) {
        this.rows = rows;
        this.database = database;
        this.sealer = sealer;
        this.time = time;
    }

    @Override
    public Optional<Inbound> find(InboundKey key) {
        return find(List.of(key)).stream().findFirst();
    }

    @Override
    public List<Inbound> find(Collection<InboundKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var texts = keys.stream().map(InboundKey::text).toList();
        return rows.findByInboundKeyInAndDeletedAtIsNullOrderByTag(texts).stream()
                .map(this::inbound)
                .toList();
    }

    @Override
    public List<Inbound> all() {
        return rows.findByDeletedAtIsNullOrderByTag().stream()
                .map(this::inbound)
                .toList();
    }

    @Override
    public boolean everHadOne() {
        return rows.count() > 0;
    }

    @Override
    public void add(Inbound inbound, Collection<Offer> offers) {
        var row = rows.save(new InboundRow(
                null,
                inbound.key().text(),
                inbound.tag(),
                inbound.protocol().name(),
                inbound.listen().orElse(null),
                inbound.port(),
                transport(inbound.transport()),
                security(inbound.security()),
                InboundSettingsJson.write(inbound, sealer),
                inbound.enabled(),
                DatabaseTime.of(time.instant()),
                null,
                0));
        for (var offer : offers) {
            var insert = database.sql("INSERT INTO inbound_offer (inbound_id, scope, target) VALUES (?, ?, ?)")
                    .param(row.id());
            switch (offer) {
                case Offer.Everywhere everywhere ->
                    insert.param("EVERYWHERE").param("").update();
                case Offer.OnNode node ->
                    insert.param("NODE").param(node.nodeKey()).update();
            }
        }
    }

    private Inbound inbound(InboundRow row) {
        var settings = InboundSettingsJson.read(row.settings());
        return new Inbound(
                new InboundKey(row.inboundKey()),
                row.tag(),
                Protocol.valueOf(row.protocol()),
                Optional.ofNullable(row.listen()),
                row.port(),
                transport(row),
                settings.security(sealer),
                Flow.valueOf(settings.flow()),
                settings.sniffing(),
                row.enabled());
    }

    private static Transport transport(InboundRow row) {
        return switch (row.transport()) {
            case TCP -> new Transport.Tcp();
            default ->
                throw new IllegalStateException("inbound %s has a transport that this release does not know: %s"
                        .formatted(row.inboundKey(), row.transport()));
        };
    }

    private static String transport(Transport transport) {
        return switch (transport) {
            case Transport.Tcp tcp -> TCP;
        };
    }

    private static String security(Security security) {
        return switch (security) {
            case Security.None none -> NONE;
            case Security.Reality reality -> REALITY;
        };
    }
}
