package io.fleetgram.bot.inbounds.jdbc;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A row of {@code inbound}; never leaves this package. Times are UTC. */
@Table("inbound")
record InboundRow(
        @Id @Nullable Long id,
        String inboundKey,
        String tag,
        String protocol,
        @Nullable String listen,
        int port,
        String transport,
        String security,
        String settings,
        boolean enabled,
        LocalDateTime createdAt,
        @Nullable LocalDateTime deletedAt,
        @Version int rowVersion) {}
