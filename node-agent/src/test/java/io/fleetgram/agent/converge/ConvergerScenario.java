package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.Credential;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.agent.core.Security;
import io.fleetgram.agent.core.UserChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A machine, what it is to run, and the converger between them. */
abstract class ConvergerScenario {

    private static final ConvergeTimes TIMES =
            new ConvergeTimes(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10));

    final FakeMachine machine = new FakeMachine();
    final Map<String, Inbound> inbounds = new TreeMap<>();
    final Map<String, Map<String, Credential>> accounts = new HashMap<>();
    boolean coreStopped;
    CoreConverger converger = newAgent();

    CoreConverger newAgent() {
        return new CoreConverger(machine.machine(), entries -> desired(), TIMES);
    }

    Desired desired() {
        var copies = new HashMap<String, Map<String, Credential>>();
        accounts.forEach((inbound, users) -> copies.put(inbound, new HashMap<>(users)));
        var sorted = new ArrayList<>(inbounds.values());
        sorted.sort(Comparator.comparing(Inbound::key));
        return new Desired(sorted, copies, coreStopped, List.of());
    }

    Convergence converge() {
        return converger.converge(List.of());
    }

    Convergence.Converged converged() {
        var convergence = converge();
        assertThat(convergence).isInstanceOf(Convergence.Converged.class);
        return (Convergence.Converged) convergence;
    }

    void offer(String key, String tag, int port) {
        inbounds.put(key, new Inbound(key, tag, "", port, Protocol.VLESS, new Security.None(), "", false));
    }

    void give(String email, int number) {
        accountsOf(email.substring(email.indexOf('.') + 1)).put(email, id(number));
    }

    Map<String, Credential> accountsOf(String inbound) {
        return accounts.computeIfAbsent(inbound, key -> new HashMap<>());
    }

    void take(String email) {
        accountsOf(email.substring(email.indexOf('.') + 1)).remove(email);
    }

    Map<String, Account> users(String tag) {
        return machine.users.getOrDefault(tag, Map.of());
    }

    static Map<String, Account> usersOf(Configuration configuration) {
        return configuration.inbounds().get(0).users();
    }

    static UserChange add(String email, int number) {
        return new UserChange.Add("in", email, vless(number));
    }

    static Credential id(int number) {
        return new Credential.Id(new UUID(0, number));
    }

    static Account vless(int number) {
        return new Account.Vless(new UUID(0, number), "");
    }
}
