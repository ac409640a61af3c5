package io.fleetgram.demo.endtoend;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.books.Books;
import io.fleetgram.parts.mariadb.PrivateMariaDb;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the controller has booked for an account, to the byte; the chat shows the same rounded.
 *
 * @param byNode by the node's name
 */
record Booked(Map<String, Amount> byNode) {

    Booked {
        byNode = Map.copyOf(byNode);
    }

    static Booked of(PrivateMariaDb database, String account) {
        try {
            return new Booked(new Books(database)
                    .cells().entrySet().stream()
                            .filter(cell -> cell.getKey().account().equals(account))
                            .collect(Collectors.toMap(cell -> cell.getKey().node(), Map.Entry::getValue)));
        } catch (SQLException e) {
            throw new IllegalStateException("The booked traffic of " + account + " could not be read", e);
        }
    }

    Amount on(String node) {
        return byNode.getOrDefault(node, Amount.NONE);
    }
}
