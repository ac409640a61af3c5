package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.sync.ChangeRow;
import java.util.List;

/** Is told by the tailer which certificates were revoked and which nodes removed. */
public interface IdentityWatch {

    /** Reads everything anew. */
    void reload();

    /** Takes over rows on certificates and removed nodes. */
    void take(List<ChangeRow> rows);
}
