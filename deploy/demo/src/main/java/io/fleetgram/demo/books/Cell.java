package io.fleetgram.demo.books;

/**
 * Where traffic is booked, over all inbounds and hours.
 *
 * @param account its name
 * @param node its name
 */
public record Cell(String account, String node) implements Comparable<Cell> {

    @Override
    public int compareTo(Cell other) {
        return account.equals(other.account) ? node.compareTo(other.node) : account.compareTo(other.account);
    }

    @Override
    public String toString() {
        return account + " on " + node;
    }
}
