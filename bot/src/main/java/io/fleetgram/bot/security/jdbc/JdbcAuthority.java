package io.fleetgram.bot.security.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.security.Sealer;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.KeyPairs;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The authority in table {@code certificate_authority}, read once and then kept. */
@Repository
final class JdbcAuthority implements Authority {

    static final String PURPOSE = "authority.private-key";

    private static final Duration LIFE = Duration.ofDays(20 * 365);
    /** How far a node's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Sealer sealer;
    private final SecureRandom random;
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CertificateAuthority kept;

    JdbcAuthority(JdbcClient jdbc, Transactions transactions, Sealer sealer, SecureRandom random, InstantSource time) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.sealer = sealer;
        this.random = random;
        this.time = time;
    }

    @Override
    public CertificateAuthority get() {
        lock.lock();
        try {
            if (kept == null) {
                kept = read().orElseGet(this::create);
            }
            return kept;
        } finally {
            lock.unlock();
        }
    }

    /** The unique column lets one controller win; the others read what it made. */
    private CertificateAuthority create() {
        var now = time.instant();
        var made = CertificateAuthority.create(
                "Fleetgram authority", new CertificateAuthority.Validity(now.minus(SKEW), now.plus(LIFE)), random);
        transactions.run(() -> jdbc.sql("""
                        INSERT IGNORE INTO certificate_authority (certificate, private_key, created_at)
                        VALUES (:certificate, :key, :at)
                        """)
                .param("certificate", Certificates.toDer(made.certificate()))
                .param("key", sealer.seal(PURPOSE, made.keys().getPrivate().getEncoded()))
                .param("at", DatabaseTime.of(now))
                .update());
        return read().orElseThrow();
    }

    private Optional<CertificateAuthority> read() {
        return jdbc.sql("SELECT certificate, private_key FROM certificate_authority")
                .query(this::authority)
                .optional();
    }

    private CertificateAuthority authority(ResultSet row, int number) throws SQLException {
        try {
            var certificate = Certificates.fromDer(row.getBytes("certificate"));
            var key = KeyPairs.privateKey(sealer.open(PURPOSE, row.getBytes("private_key")));
            return new CertificateAuthority(new KeyPair(certificate.getPublicKey(), key), certificate);
        } catch (CertificateException | InvalidKeyException e) {
            throw new IllegalStateException("the authority in the database cannot be read", e);
        }
    }
}
