package io.fleetgram.agent.core.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the processes that listen on a TCP port of this machine (see proc_pid_net(5), proc_pid_fd(5)).
 *
 * <p>Processes of other users are seen by root alone.
 */
record PortOwners(Path proc) {

    private static final String LISTENING = "0A";
    private static final int HEXADECIMAL = 16;
    private static final int INODE = 9;

    /**
     * Returns the ids of those whose streams a listener there would share or take; several, if they share the port.
     *
     * @param address an IP address; empty for every address
     */
    Set<Long> of(String address, int port) {
        var wanted = ListeningAddress.of(address);
        var sockets = new HashSet<String>();
        for (var table : new String[] {"net/tcp", "net/tcp6"}) {
            sockets.addAll(listening(proc.resolve(table), wanted, port));
        }
        var owners = new TreeSet<Long>();
        if (sockets.isEmpty()) {
            return owners;
        }
        try (Stream<Path> entries = Files.list(proc)) {
            entries.filter(entry -> entry.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(process -> hasOneOf(process, sockets))
                    .forEach(process ->
                            owners.add(Long.parseLong(process.getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + proc, e);
        }
        return owners;
    }

    private static Set<String> listening(Path table, ListeningAddress wanted, int port) {
        var sockets = new HashSet<String>();
        if (!Files.exists(table)) {
            return sockets;
        }
        try (Stream<String> lines = Files.lines(table)) {
            lines.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > INODE && fields[3].equals(LISTENING) && port(fields[1]) == port)
                    .filter(fields -> wanted.meets(fields[1].substring(0, fields[1].lastIndexOf(':'))))
                    .forEach(fields -> sockets.add("socket:[" + fields[INODE] + "]"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + table, e);
        }
        return sockets;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEXADECIMAL);
    }

    private static boolean hasOneOf(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (var descriptor : open) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
            return false;
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
