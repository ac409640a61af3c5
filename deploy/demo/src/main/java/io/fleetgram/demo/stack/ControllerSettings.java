package io.fleetgram.demo.stack;

import io.fleetgram.parts.mariadb.PrivateMariaDb;
import java.nio.file.Path;
import java.util.Properties;

/** The settings under which the demo runs the controller. */
final class ControllerSettings {

    /** The name of the site on this machine that the REALITY inbound looks like. */
    static final String REALITY_SITE = "www.example.com";

    private static final String DATABASE = "fleetgram";

    private ControllerSettings() {}

    static Properties of(Path data, PortBook ports, PrivateMariaDb database, Emulator emulator) {
        database.createDatabase(DATABASE);
        var http = ports.port("controller.http");
        var agents = Integer.toString(ports.port("controller.agents"));
        var settings = new Properties();
        settings.setProperty("server.port", Integer.toString(http));
        settings.setProperty("server.address", "127.0.0.1");
        settings.setProperty("fleetgram.database.url", database.jdbcUrl(DATABASE));
        settings.setProperty("fleetgram.database.user", PrivateMariaDb.USER);
        settings.setProperty("fleetgram.database.password", database.password());
        settings.setProperty("fleetgram.security.master-key", KeptSecrets.masterKey(data));
        settings.setProperty("fleetgram.agents.bind-address", "127.0.0.1");
        settings.setProperty("fleetgram.agents.port", agents);
        settings.setProperty("fleetgram.agents.public-endpoints", "127.0.0.1:" + agents);
        settings.setProperty("fleetgram.telegram.url", emulator.address().toString());
        settings.setProperty("fleetgram.telegram.token", Emulator.TOKEN);
        settings.setProperty("fleetgram.telegram.owners", Long.toString(Owner.ID));
        settings.setProperty("fleetgram.subscription.public-url", "http://127.0.0.1:" + http);
        settings.setProperty("fleetgram.inbounds.vless-tcp-port", Integer.toString(ports.port("inbound.vless-tcp")));
        settings.setProperty("fleetgram.inbounds.reality-port", Integer.toString(ports.port("inbound.reality")));
        settings.setProperty("fleetgram.inbounds.reality-target", "127.0.0.1:" + ports.port("reality-site"));
        settings.setProperty("fleetgram.inbounds.reality-server-names", REALITY_SITE);
        return settings;
    }
}
