package io.fleetgram.parts.mariadb;

import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.junit.Need;
import java.util.concurrent.atomic.AtomicInteger;

/** One MariaDB server for all tests of a JVM, started when the first of them asks. */
public final class TestMariaDb {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestMariaDb() {}

    private static final class Shared {
        static final io.fleetgram.parts.Found<PrivateMariaDb> SERVER = PrivateMariaDb.startTemporary();
    }

    /** The shared server; where no MariaDB can be had, the calling test is skipped, or fails if MariaDB is required. */
    public static PrivateMariaDb server() {
        return Need.of(RealPart.MARIADB, Shared.SERVER);
    }

    /** A new database without tables on the shared server. */
    public static TestDatabase freshDatabase() {
        var server = server();
        var name = "test_" + NUMBER.incrementAndGet();
        server.createDatabase(name);
        return new TestDatabase(name, server.jdbcUrl(name), PrivateMariaDb.USER, server.password());
    }
}
