package io.fleetgram.agent;

import io.fleetgram.agent.settings.AgentSettings;
import io.fleetgram.agent.settings.SettingsReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program {@code fleetgram-agent}. */
public final class AgentMain {

    private static final String CONFIG = "config";

    private final PrintStream out;

    AgentMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            System.getLogger(AgentMain.class.getName())
                    .log(System.Logger.Level.ERROR, "the thread " + thread.getName() + " ended; the agent ends", fault);
            Runtime.getRuntime().halt(Exit.FAILED.status());
        });
        var exit = new AgentMain(System.out).run(List.of(arguments));
        var main = Thread.currentThread();
        Thread.ofPlatform().start(() -> exitAfter(main, exit));
    }

    /** A shutdown that is under way waits for the main thread to end, so that thread must not wait for the shutdown. */
    private static void exitAfter(Thread main, Exit exit) {
        try {
            main.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(exit.status());
    }

    Exit run(List<String> arguments) {
        return switch (CommandWords.parse(arguments)) {
            case CommandWords.Parsing.Wrong wrong -> {
                out.println(wrong.why() + "; \"fleetgram-agent help\" shows what there is");
                yield Exit.WRONG_USE;
            }
            case CommandWords.Parsing.Parsed parsed -> run(parsed.words());
        };
    }

    private Exit run(CommandWords words) {
        return switch (words.command()) {
            case "help" -> {
                out.print(Help.text());
                yield Exit.DONE;
            }
            case "version" -> {
                out.println(ThisMachine.version());
                yield Exit.DONE;
            }
            case "enroll", "run", "status", "users", "show-config", "check", "release" -> withSettings(words);
            default -> {
                out.println("there is no command \"" + words.command()
                        + "\"; \"fleetgram-agent help\" shows what there is");
                yield Exit.WRONG_USE;
            }
        };
    }

    private Exit withSettings(CommandWords words) {
        var own = new ArrayList<>(List.of(CONFIG));
        if (words.command().equals("enroll")) {
            own.addAll(EnrollCommand.OPTIONS);
        } else if (words.command().equals("release")) {
            own.add(ReleaseCommand.CONFIRM);
        }
        var reading = SettingsReader.read(words.option(CONFIG).map(Path::of), System.getenv(), words.without(own));
        return switch (reading) {
            case SettingsReader.Reading.Faulty faulty -> {
                faulty.faults().forEach(out::println);
                yield Exit.WRONG_USE;
            }
            case SettingsReader.Reading.Read read ->
                words.command().equals("show-config")
                        ? new ShowConfigCommand(read.effective(), out).run()
                        : run(words, read.settings());
        };
    }

    private Exit run(CommandWords words, AgentSettings settings) {
        LogLines.install(settings.logLevel());
        try {
            return switch (words.command()) {
                case "enroll" -> new EnrollCommand(settings, words, out).run();
                case "status" -> new StatusCommand(settings, out).run();
                case "users" -> new UsersCommand(settings, out).run();
                case "release" -> new ReleaseCommand(settings, words, out).run();
                case "check" -> new CheckCommand(settings, out).run();
                default -> new RunCommand(settings, out).run();
            };
        } catch (IOException e) {
            out.printf(
                    "%s failed: %s; check the directory %s, its owner and its disk%n",
                    words.command(), e, settings.directory());
            return Exit.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        }
    }
}
