package io.fleetgram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs benchmarks one after the other; one that fails is told and does not hold up the others. */
final class Bench {

    /** What came of a run. */
    record Result(List<Measurement> measurements, List<String> failures) {}

    private final Size size;
    private final Consumer<String> progress;

    Bench(Size size, Consumer<String> progress) {
        this.size = size;
        this.progress = progress;
    }

    Result run(List<Benchmark> benchmarks) throws IOException, InterruptedException {
        var root = Files.createTempDirectory("fleetgram-bench");
        var atExit = new Thread(() -> Leftovers.remove(root), "remove-leftovers");
        Runtime.getRuntime().addShutdownHook(atExit);
        var measurements = new ArrayList<Measurement>();
        var failures = new ArrayList<String>();
        for (var benchmark : benchmarks) {
            var directory = Files.createDirectory(root.resolve(benchmark.name()));
            try {
                measurements.addAll(benchmark.measure(new Workplace(directory, size, progress)));
            } catch (IOException | RuntimeException | AssertionError e) {
                failures.add(benchmark.name() + ": " + e);
                System.getLogger(Bench.class.getName()).log(System.Logger.Level.ERROR, benchmark.name(), e);
            } finally {
                Leftovers.remove(directory);
            }
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
        Leftovers.remove(root);
        return new Result(List.copyOf(measurements), List.copyOf(failures));
    }
}
