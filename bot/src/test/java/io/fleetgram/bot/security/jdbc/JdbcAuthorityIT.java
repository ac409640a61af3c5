package io.fleetgram.bot.security.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.parts.mariadb.TestMariaDb;
import io.fleetgram.shared.pki.Fingerprint;
import io.fleetgram.shared.pki.KeyPairs;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcAuthorityIT {

    @Test
    void two_controllers_that_start_at_once_make_one_authority() throws Exception {
        var database = TestMariaDb.freshDatabase();
        try (var first = TestController.start(database, Map.of());
                var second = TestController.start(database, Map.of());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CyclicBarrier(2);
            var asking = Stream.of(first, second)
                    .<Callable<Fingerprint>>map(controller -> () -> {
                        start.await();
                        return controller.get(Authority.class).fingerprint();
                    })
                    .toList();

            var fingerprints = new HashSet<Fingerprint>();
            for (var answer : threads.invokeAll(asking)) {
                fingerprints.add(answer.get());
            }

            assertThat(fingerprints).hasSize(1);
            assertThat(KeyPairs.match(second.get(Authority.class).get().keys())).isTrue();
        }
    }

    @Test
    void the_private_key_is_not_in_the_database_as_it_is() {
        try (var controller = TestController.start()) {
            byte[] plain =
                    controller.get(Authority.class).get().keys().getPrivate().getEncoded();

            byte[] kept = controller
                    .get(JdbcClient.class)
                    .sql("SELECT private_key FROM certificate_authority")
                    .query(byte[].class)
                    .single();

            assertThat(kept).isNotEqualTo(plain).hasSizeGreaterThan(plain.length);
        }
    }
}
