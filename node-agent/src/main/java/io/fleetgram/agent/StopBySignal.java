package io.fleetgram.agent;

/**
 * Ends the agent in good order when the process is asked to end, as by SIGTERM.
 *
 * <p>Java would give the process the status 143 then; an agent that ended in good order says 0.
 *
 * @param running the thread that runs the agent
 */
record StopBySignal(Agent agent, Thread running) implements Runnable {

    @Override
    public void run() {
        if (!running.isAlive()) {
            return;
        }
        agent.stop();
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Runtime.getRuntime().halt(Exit.DONE.status());
    }
}
