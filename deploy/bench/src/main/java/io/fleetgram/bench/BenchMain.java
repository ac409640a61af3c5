package io.fleetgram.bench;

import io.fleetgram.parts.core.Cores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the product on this machine. */
@Command(
        name = "deploy/bench/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures the product on this machine and prints a table. Ends with 0 also when an aim is missed: "
                        + "the table says so. docs/benchmarks.md says what each benchmark measures.")
public final class BenchMain implements Callable<Integer> {

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Run these benchmarks alone: apply, tap_to_active, ingest, agent_memory, agent_start, meter, wake.")
    private List<String> only = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON, too.")
    private @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the result as Markdown, too.")
    private @Nullable Path markdown;

    @Option(names = "--tiny", description = "Only see that everything works; the numbers mean nothing.")
    private boolean tiny;

    private BenchMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var all = Benchmarks.all();
        var unknown = only.stream()
                .filter(name -> all.stream().noneMatch(one -> one.name().equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no benchmark " + String.join(", ", unknown));
            return CommandLine.ExitCode.USAGE;
        }
        var chosen = all.stream()
                .filter(one -> only.isEmpty() || only.contains(one.name()))
                .toList();
        System.out.println(Machine.ofThisJvm().line());
        System.out.println("core: " + Cores.best().title());
        var result = new Bench(tiny ? Size.TINY : Size.FULL, System.out::println).run(chosen);
        System.out.printf("%n%s", Table.of(result.measurements()));
        result.failures().forEach(failure -> System.out.println("FAILED " + failure));
        if (markdown != null) {
            Files.writeString(
                    markdown,
                    Machine.ofThisJvm().line() + "; core " + Cores.best().title() + "\n\n"
                            + Table.markdown(result.measurements()));
        }
        if (json != null) {
            JsonFile.write(json, result.measurements());
        }
        return result.failures().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
