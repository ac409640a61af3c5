package io.fleetgram.bot.traffic.app;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.traffic.Term;
import io.fleetgram.bot.traffic.Terms;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Starts a new term of an account, so that what it used counts from zero again. All-time totals stay. */
@Component
public final class StartTerm {

    private final Accounts accounts;
    private final Terms terms;
    private final Transactions transactions;
    private final Audit audit;
    private final InstantSource time;

    public StartTerm(Accounts accounts, Terms terms, Transactions transactions, Audit audit, InstantSource time) {
        this.accounts = accounts;
        this.terms = terms;
        this.transactions = transactions;
        this.audit = audit;
        this.time = time;
    }

    /** How it ended. */
    public sealed interface Outcome {

        /**
         * The new term has begun.
         *
         * @param ended the term before, with what was used in it so far
         */
        record Started(Term ended, Term present) implements Outcome {}

        record Gone() implements Outcome {}
    }

    /** What the audit keeps of a term. */
    private record Audited(int number, long uplink, long downlink) {

        static Optional<String> of(Term term) {
            return Optional.of(JsonMapper.shared()
                    .writeValueAsString(new Audited(
                            term.number(), term.used().uplink(), term.used().downlink())));
        }
    }

    public Outcome start(AuditEntry.Actor actor, AccountKey key) {
        return transactions.write(() -> {
            if (accounts.find(key).isEmpty()) {
                return new Outcome.Gone();
            }
            var ended = terms.startNext(key, time.instant());
            var present = terms.present(key);
            audit.write(new AuditEntry(
                    actor, "account.start-term", "account:" + key, Audited.of(ended), Audited.of(present)));
            return new Outcome.Started(ended, present);
        });
    }
}
