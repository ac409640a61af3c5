package io.fleetgram.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.meter.BookingController.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random lives of one node: deaths in the middle of a write, lost requests and answers, disks put back from copies. */
class MeterCrashTest {

    private static final int STEPS = 60;

    /** Syncing is not what is tested here, so it is made cheap. */
    static final Path IN_MEMORY = Stream.of("/dev/shm", System.getProperty("java.io.tmpdir"))
            .map(Path::of)
            .filter(Files::isWritable)
            .findFirst()
            .orElseThrow();

    @Property(tries = 100)
    void whatever_dies_and_is_lost_on_the_way_every_byte_is_booked_once(@ForAll long seed) throws IOException {
        try (var life = new Life(seed)) {
            life.live();
            life.end();
            assertThat(life.node.controller.booked()).isEqualTo(life.passed);
            assertThat(life.node.controller.gaps()).isZero();
            assertThat(life.node.controller.largest()).isLessThanOrEqualTo(3);
        }
    }

    @Property(tries = 60)
    void a_journal_cut_at_any_byte_never_books_anything_twice(@ForAll long seed) throws IOException {
        try (var life = new Life(seed)) {
            life.live();
            life.node.die();
            life.cutAnywhere(life.node.files.journal());
            life.node.start();
            life.end();
            life.node.controller.booked().forEach((key, bytes) -> {
                assertThat(bytes.uplink()).isLessThanOrEqualTo(life.passed(key).uplink());
                assertThat(bytes.downlink())
                        .isLessThanOrEqualTo(life.passed(key).downlink());
            });
        }
    }

    @Property(tries = 60)
    void a_disk_put_back_from_any_earlier_moment_never_books_anything_twice(@ForAll long seed) throws IOException {
        try (var life = new Life(seed)) {
            life.live();
            life.node.copyDisk();
            life.live();
            life.node.die();
            life.node.putBackDisk();
            if (seed % 2 == 0) {
                life.rebootMachine();
            }
            life.node.start();
            life.live();
            life.end();
            life.node
                    .controller
                    .booked()
                    .forEach((key, bytes) -> assertThat(bytes.downlink())
                            .isLessThanOrEqualTo(life.passed(key).downlink()));
        }
    }

    @Property(tries = 60)
    void a_controller_put_back_from_a_copy_ends_with_every_byte(@ForAll long seed) throws IOException {
        try (var life = new Life(seed)) {
            life.live();
            life.node.controller.backUp();
            life.live();
            life.node.controller.restoreBackup();
            if (seed % 2 == 0) {
                life.node.reconnect();
            }
            life.live();
            life.end();
            assertThat(life.node.controller.booked()).isEqualTo(life.passed);
            assertThat(life.node.controller.gaps()).isZero();
        }
    }

    @Property(tries = 60)
    void a_bit_that_flips_on_the_disk_never_books_anything_twice(@ForAll long seed) throws IOException {
        try (var life = new Life(seed)) {
            life.live();
            life.node.die();
            life.flipAnywhere();
            life.node.start();
            life.live();
            life.end();
            life.node
                    .controller
                    .booked()
                    .forEach((key, bytes) -> assertThat(bytes.downlink())
                            .isLessThanOrEqualTo(life.passed(key).downlink()));
        }
    }

    @Example
    void the_lives_meet_every_kind_of_death() throws IOException {
        var met = new HashMap<Integer, Integer>();
        for (long seed = 0; seed < 20; seed++) {
            try (var life = new Life(seed)) {
                life.live();
                life.met.forEach((kind, times) -> met.merge(kind, times, Integer::sum));
            }
        }
        assertThat(met).hasSize(Life.KINDS);
    }

    /** One node and the truth about what passed through it. */
    private static final class Life implements AutoCloseable {

        static final int KINDS = 9;

        final Map<String, Traffic> passed = new TreeMap<>();
        final Map<Integer, Integer> met = new HashMap<>();
        final MeteredNode node;
        private final Path directory;
        private final SplittableRandom random;

        Life(long seed) throws IOException {
            random = new SplittableRandom(seed);
            directory = Files.createTempDirectory(IN_MEMORY, "metered");
            node = new MeteredNode(directory, MeteredNode.SMALL);
            node.noCoreRuns();
        }

        Traffic passed(String key) {
            return passed.getOrDefault(key, Traffic.NONE);
        }

        void live() throws IOException {
            for (int step = 0; step < STEPS; step++) {
                int kind = random.nextInt(KINDS);
                met.merge(kind, 1, Integer::sum);
                switch (kind) {
                    case 0, 1 -> pass();
                    case 2 -> node.read();
                    case 3 -> node.send();
                    case 4 -> sendWithFault();
                    case 5 -> node.restartAgent();
                    case 6 -> dieInTheMiddleOfAReading();
                    case 7 -> dieInTheMiddleOfSealing();
                    default -> restartCoreOrLetTimePass();
                }
            }
        }

        void end() throws IOException {
            node.read();
            node.reconnect();
            while (!(node.send() instanceof TrafficReporter.Sending.Done)) {
                node.reconnect();
            }
        }

        void rebootMachine() throws IOException {
            Files.deleteIfExists(node.files.position());
            node.core.reboot();
        }

        void cutAnywhere(Path file) throws IOException {
            cut(file, random.nextLong(Files.size(file) + 1));
        }

        /** One bit of the journal or of a file of batches. */
        void flipAnywhere() throws IOException {
            try (Stream<Path> all = Files.walk(node.files.journal().getParent())) {
                var files = all.filter(Files::isRegularFile).sorted().toList();
                var file = files.get(random.nextInt(files.size()));
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    Files.write(file, bytes);
                }
            }
        }

        private void pass() {
            var key = "u" + random.nextInt(6) + ".in1";
            var bytes = new Traffic(random.nextInt(1_000), random.nextInt(1_000));
            node.core.pass(key, bytes.uplink(), bytes.downlink());
            if (bytes.uplink() + bytes.downlink() > 0) {
                passed.merge(key, bytes, Traffic::plus);
            }
        }

        private void sendWithFault() throws IOException {
            node.controller.next(random.nextBoolean() ? Fault.ANSWER_LOST : Fault.REQUEST_LOST);
            node.send();
            node.controller.next(Fault.NONE);
        }

        /** A core takes with it what it counted after the last reading, so it is read first: that is not what is tested. */
        private void restartCoreOrLetTimePass() {
            if (random.nextBoolean()) {
                node.read();
                node.restartCore();
            } else {
                node.pass(Duration.ofMinutes(random.nextInt(90)));
            }
        }

        private void dieInTheMiddleOfAReading() throws IOException {
            pass();
            dieInTheMiddleOf(node::read);
        }

        private void dieInTheMiddleOfSealing() throws IOException {
            node.read();
            dieInTheMiddleOf(() -> node.ledger().nextToSend());
        }

        /** Does the act, then cuts what it appended to the journal at some byte, and starts another agent on that. */
        private void dieInTheMiddleOf(Act act) throws IOException {
            var journal = node.files.journal();
            byte[] before = Files.readAllBytes(journal);
            byte[] mark = Files.readAllBytes(node.files.position());
            act.run();
            node.die();
            byte[] after = Files.readAllBytes(journal);
            if (startsWith(after, before)) {
                cut(journal, before.length + random.nextLong(after.length - before.length + 1L));
                Files.write(node.files.position(), mark);
            }
            node.start();
        }

        private static boolean startsWith(byte[] whole, byte[] begin) {
            return whole.length >= begin.length && Arrays.equals(whole, 0, begin.length, begin, 0, begin.length);
        }

        private static void cut(Path file, long length) throws IOException {
            try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
                raw.setLength(length);
            }
        }

        @Override
        public void close() throws IOException {
            node.die();
            try (Stream<Path> all = Files.walk(directory)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }

        private interface Act {
            void run() throws IOException;
        }
    }
}
