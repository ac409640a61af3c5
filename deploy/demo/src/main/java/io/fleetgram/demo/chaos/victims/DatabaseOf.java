package io.fleetgram.demo.chaos.victims;

import io.fleetgram.demo.books.Books;
import io.fleetgram.demo.stack.Stack;
import java.sql.SQLException;

/** The stack's MariaDB; it serves again when it takes a connection. */
public record DatabaseOf(Stack stack) implements Mortal {

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public void kill() {
        stack.database().kill();
    }

    @Override
    public void launch() {
        stack.database().restart();
    }

    @Override
    public boolean isAlive() {
        return stack.database().isAlive();
    }

    @Override
    public boolean serves() {
        try (var connection = new Books(stack.database()).connect()) {
            return connection.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }
}
