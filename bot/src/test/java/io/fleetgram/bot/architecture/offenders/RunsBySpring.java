package io.fleetgram.bot.architecture.offenders;

import org.springframework.scheduling.annotation.Scheduled;

class RunsBySpring {
    @Scheduled(fixedDelay = 1000)
    void run() {}
}
