package io.fleetgram.demo.walk;

import io.fleetgram.demo.emulator.Person;
import io.fleetgram.demo.emulator.Screen;
import io.fleetgram.demo.stack.NodeProcess;
import io.fleetgram.demo.stack.Owner;
import java.net.URI;
import java.time.Duration;

/** The fleet's owner in front of the chat. What does not come in time is an {@link AssertionError} that shows the chat. */
public final class OwnerInChat {

    /** How long a node may take from its join command to "joined". */
    public static final Duration JOIN = Duration.ofSeconds(90);

    /** How long a bot may take that was killed a moment ago, until it reads its chat again. */
    private static final Duration BACK = Duration.ofSeconds(90);

    private final Person person;

    private OwnerInChat(Person person) {
        this.person = person;
    }

    public static OwnerInChat at(URI emulator) throws InterruptedException {
        return new OwnerInChat(Person.at(emulator, Owner.ID, Owner.NAME));
    }

    public Person person() {
        return person;
    }

    public Screen home() throws InterruptedException {
        person.says("/start");
        return person.sees("Fleet");
    }

    /** Walks the dialog that adds a node, and returns the join command that the bot answers with. */
    public String addNode(NewNode node) throws InterruptedException {
        addNodeButton();
        person.sees("What shall the node be called?");
        person.says(node.name());
        person.sees("Under which public address");
        person.says(node.address());
        person.sees("Where does it stand?");
        person.says(node.region());
        person.sees("Which share shall it take");
        person.taps("100");
        person.sees("How many accounts");
        person.taps("No limit");
        return joinCommand(node.name());
    }

    /** Joins a machine to the fleet and waits until the chat says so. */
    public void join(NodeProcess machine, NewNode node) throws InterruptedException {
        machine.enroll(addNode(node));
        machine.start();
        seesJoined(node.name());
    }

    private void addNodeButton() throws InterruptedException {
        var home = home();
        if (home.button("Add node").isPresent()) {
            person.taps("Add node");
            return;
        }
        // A fleet of one node has no node words on its home screen.
        person.taps("Settings");
        person.sees("Fleetgram ");
        person.taps("Add a server");
    }

    private String joinCommand(String node) throws InterruptedException {
        var message = person.seesScreen(
                screen -> screen.text().contains(node)
                        && screen.button("Copy join command").isPresent(),
                Person.PATIENCE);
        return message.button("Copy join command").orElseThrow().copy();
    }

    /** Waits until the screen below the join command says by itself that the node has joined. */
    public void seesJoined(String node) throws InterruptedException {
        person.sees(text -> text.contains(node + " has joined"), JOIN);
    }

    /** Adds an account by typing its name, and returns its card. */
    public AccountCard addAccount(String name) throws InterruptedException {
        home();
        person.taps("Add account");
        person.sees("What shall the account be called?");
        person.says(name);
        return card(name);
    }

    /** Asks for a new account; whoever is asked for its name may take their time. */
    public void beginsToAddAccount() throws InterruptedException {
        person.says("/add");
        person.sees(text -> text.contains("What shall the account be called?"), BACK);
    }

    /** Opens an account's card by command, from a bot that may only just have come back. */
    public AccountCard seesAccount(String name) throws InterruptedException {
        person.says("/account " + name);
        return card(name, BACK);
    }

    /** Opens an account's card by command. */
    public AccountCard account(String name) throws InterruptedException {
        person.says("/account " + name);
        return card(name);
    }

    /** Opens a node's card by command. */
    public Screen node(String name) throws InterruptedException {
        person.says("/node " + name);
        return person.seesScreen(
                screen ->
                        screen.text().contains(name) && screen.button("Delete").isPresent(),
                Person.PATIENCE);
    }

    private AccountCard card(String name) throws InterruptedException {
        return card(name, Person.PATIENCE);
    }

    private AccountCard card(String name, Duration patience) throws InterruptedException {
        return new AccountCard(person.seesScreen(
                screen -> screen.text().contains("Accounts › " + name)
                        && screen.button("Link").isPresent(),
                patience));
    }

    /** Taps for the account's subscription link and returns it. */
    public URI link(String account) throws InterruptedException {
        account(account);
        person.taps("Link");
        var message = person.seesScreen(screen -> screen.button("Copy link").isPresent(), Person.PATIENCE);
        return URI.create(message.button("Copy link").orElseThrow().copy());
    }

    /** Taps an act on an account's card and, where the bot asks, confirms it. */
    public void acts(String account, String act) throws InterruptedException {
        account(account);
        person.taps(act);
        if (!act.equals("Resume")) {
            var confirm = act + " " + account;
            person.seesScreen(screen -> screen.button(confirm).isPresent(), Person.PATIENCE);
            person.taps(confirm);
        }
        person.seesScreen(screen -> screen.button(act).isEmpty() || act.equals("Rotate"), Person.PATIENCE);
    }
}
