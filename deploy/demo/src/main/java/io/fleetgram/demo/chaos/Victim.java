package io.fleetgram.demo.chaos;

/** What is killed. */
public enum Victim {
    AGENT("agent"),
    CONTROLLER("controller"),
    MARIADB("MariaDB"),
    CORE("core");

    private final String title;

    Victim(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
