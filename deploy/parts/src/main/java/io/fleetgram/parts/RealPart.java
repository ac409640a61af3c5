package io.fleetgram.parts;

/** The programs of others that tests run against. */
public enum RealPart {
    MARIADB("MariaDB", "real"),
    V2RAY("v2ray", "real"),
    CHROMIUM("Chromium", "real"),
    IPROUTE2("iproute2", "real"),
    SYSTEMD_ANALYZE("systemd-analyze", "real.systemd"),
    SYSTEMD("a running systemd", "real.systemd"),
    XRAY("Xray", "real.xray");

    private final String title;
    private final String property;

    RealPart(String title, String property) {
        this.title = title;
        this.property = property;
    }

    /** The part's name as its makers write it. */
    public String title() {
        return title;
    }

    /** The system property that, set to {@code required}, turns a skip for want of this part into a failure. */
    public String property() {
        return property;
    }

    public boolean required() {
        return "required".equals(System.getProperty(property));
    }
}
