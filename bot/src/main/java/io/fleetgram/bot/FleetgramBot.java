package io.fleetgram.bot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The controller process. */
@SpringBootApplication
public class FleetgramBot {

    public static void main(String[] arguments) {
        SpringApplication.run(FleetgramBot.class, arguments);
    }
}
