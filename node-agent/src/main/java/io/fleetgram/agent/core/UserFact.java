package io.fleetgram.agent.core;

/** What is known of one user in a running core. */
public sealed interface UserFact {

    String tag();

    String email();

    record Has(String tag, String email, Account account) implements UserFact {}

    record Lacks(String tag, String email) implements UserFact {}

    /** A change was sent, and nobody knows whether it was made; or somebody of that e-mail is there with an unknown account. */
    record Unsure(String tag, String email) implements UserFact {}

    /** Returns what is known after a change, which is only ever sent for a user of whom something else was known. */
    static UserFact after(UserChange change, UserOutcome outcome) {
        return switch (change) {
            case UserChange.Add add ->
                switch (outcome) {
                    case UserOutcome.Done done -> new Has(add.tag(), add.email(), add.account());
                    case UserOutcome.Refused refused -> new Lacks(add.tag(), add.email());
                    case UserOutcome.CoreGone gone ->
                        gone.sent() ? new Unsure(add.tag(), add.email()) : new Lacks(add.tag(), add.email());
                    case UserOutcome.AlreadyThere there -> new Unsure(add.tag(), add.email());
                    case UserOutcome.NotThere nonsense -> new Unsure(add.tag(), add.email());
                };
            case UserChange.Remove remove ->
                switch (outcome) {
                    case UserOutcome.Done done -> new Lacks(remove.tag(), remove.email());
                    case UserOutcome.NotThere not -> new Lacks(remove.tag(), remove.email());
                    case UserOutcome.Refused refused -> new Unsure(remove.tag(), remove.email());
                    case UserOutcome.CoreGone gone -> new Unsure(remove.tag(), remove.email());
                    case UserOutcome.AlreadyThere nonsense -> new Unsure(remove.tag(), remove.email());
                };
        };
    }
}
