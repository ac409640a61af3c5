package io.fleetgram.bot.fleet;

/** What a command tells a node to do. Each kind has a name that never changes once released. */
public sealed interface NodeOrder {

    /** The name under which the order is kept and spoken of. */
    String kind();

    /** Starts the core and forgets that it was stopped. */
    record CoreStart() implements NodeOrder {
        @Override
        public String kind() {
            return "CORE_START";
        }
    }

    /** Stops the core, which then stays stopped until it is started again. */
    record CoreStop() implements NodeOrder {
        @Override
        public String kind() {
            return "CORE_STOP";
        }
    }

    record CoreRestart() implements NodeOrder {
        @Override
        public String kind() {
            return "CORE_RESTART";
        }
    }

    /** Reads the last lines that the core wrote, 1 to 2,000 of them. */
    record Logs(int lines) implements NodeOrder {

        public static final int USUAL = 100;
        public static final int MOST = 2_000;

        public Logs {
            if (lines < 1 || lines > MOST) {
                throw new IllegalArgumentException("1 to 2000 lines can be read, not " + lines);
            }
        }

        @Override
        public String kind() {
            return "LOGS";
        }
    }

    /** Reads the configuration that the core runs with, without its secrets. */
    record Configuration() implements NodeOrder {
        @Override
        public String kind() {
            return "CONFIGURATION";
        }
    }

    /** Reads what core and machine say of themselves. */
    record Statistics() implements NodeOrder {
        @Override
        public String kind() {
            return "STATISTICS";
        }
    }

    /** Reads the core's users again and brings it to the stored state; never restarts it. */
    record Resync() implements NodeOrder {
        @Override
        public String kind() {
            return "RESYNC";
        }
    }
}
