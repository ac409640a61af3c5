package io.fleetgram.agent;

import io.fleetgram.agent.settings.LogLevel;
import java.time.temporal.ChronoUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Logs to standard error, one line for each event: time, level, where, what. */
final class LogLines extends Formatter {

    private static final String OURS = "io.fleetgram.agent";
    private static final int MOST_FRAMES = 8;

    /** Keeps our loggers and their levels from being collected. */
    private static final Logger OUR_ROOT = Logger.getLogger(OURS);

    static void install(LogLevel least) {
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        var console = new ConsoleHandler();
        console.setFormatter(new LogLines());
        console.setLevel(Level.ALL);
        root.addHandler(console);
        root.setLevel(Level.WARNING);
        var level = switch (least) {
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARNING;
            case ERROR -> Level.SEVERE;
        };
        OUR_ROOT.setLevel(level);
    }

    @Override
    public String format(LogRecord event) {
        var line = new StringBuilder()
                .append(event.getInstant().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(word(event.getLevel()))
                .append(' ')
                .append(shortName(String.valueOf(event.getLoggerName())))
                .append(": ")
                .append(formatMessage(event));
        if (event.getThrown() != null) {
            append(line, event.getThrown());
        }
        return line.toString().replaceAll("[\\r\\n]+", " | ") + System.lineSeparator();
    }

    private static void append(StringBuilder line, Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            line.append(" | ").append(cause);
            var frames = cause.getStackTrace();
            for (int frame = 0; frame < Math.min(MOST_FRAMES, frames.length); frame++) {
                line.append(" < ").append(frames[frame]);
            }
        }
    }

    private static String word(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARNING";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    private static String shortName(String name) {
        return name.startsWith(OURS + ".") ? name.substring(OURS.length() + 1) : name;
    }
}
