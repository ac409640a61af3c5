package io.fleetgram.demo.chaos;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.books.Cell;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What the clients moved against what is booked, account by account, node by node, both directions. */
public record Comparison(List<Row> rows) {

    private static final String UP = "up";

    /**
     * What passed in one cell.
     *
     * @param whole bytes that went and were answered: all of them are to be booked
     * @param torn bytes under way when a core died: it may have counted them or not
     * @param atRisk bytes that passed cores after their last reading before they died: these may be missing
     */
    public record Moved(Amount whole, Amount torn, Amount atRisk) {

        /** Says whether so much may be booked while traffic still goes on. */
        public boolean covers(Amount booked) {
            return booked.isWithin(whole.plus(torn));
        }
    }

    /** One cell in one direction. */
    public record Row(Cell cell, String direction, long moved, long torn, long atRisk, long booked) {

        boolean isUplink() {
            return direction.equals(UP);
        }

        public long lost() {
            return Math.max(0, moved - booked);
        }

        /** Bytes that are booked and never went. */
        public long doubled() {
            return Math.max(0, booked - moved - torn);
        }

        public boolean isGood() {
            return doubled() == 0 && lost() <= atRisk;
        }
    }

    public Comparison {
        rows = List.copyOf(rows);
    }

    public static Comparison of(Map<Cell, Moved> moved, Map<Cell, Amount> booked) {
        return new Comparison(moved.entrySet().stream()
                .flatMap(cell ->
                        Stream.of(row(cell, UP, Amount::uplink, booked), row(cell, "down", Amount::downlink, booked)))
                .toList());
    }

    private static Row row(
            Map.Entry<Cell, Moved> cell, String direction, ToLongFunction<Amount> bytes, Map<Cell, Amount> booked) {
        var moved = cell.getValue();
        return new Row(
                cell.getKey(),
                direction,
                bytes.applyAsLong(moved.whole()),
                bytes.applyAsLong(moved.torn()),
                bytes.applyAsLong(moved.atRisk()),
                bytes.applyAsLong(booked.getOrDefault(cell.getKey(), Amount.NONE)));
    }

    public boolean isGood() {
        return !rows.isEmpty() && rows.stream().allMatch(Row::isGood);
    }

    public List<Row> bad() {
        return rows.stream().filter(row -> !row.isGood()).toList();
    }

    /** What is booked of each account, on all nodes together. */
    public Map<String, Amount> bookedByAccount() {
        var sums = new TreeMap<String, Amount>();
        for (var row : rows) {
            var amount = row.isUplink() ? new Amount(row.booked(), 0) : new Amount(0, row.booked());
            sums.merge(row.cell().account(), amount, Amount::plus);
        }
        return sums;
    }

    /** Rows in which no byte may be missing. */
    public Collection<Row> exact() {
        return rows.stream().filter(row -> row.atRisk() == 0 && row.torn() == 0).toList();
    }
}
