package io.fleetgram.parts.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The one login of a private server, whose password is made once per directory and kept there, readable by its owner alone. */
final class Login {

    private Login() {}

    static String inDirectory(Path directory) throws IOException {
        var file = directory.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        writePrivately(file, password);
        return password;
    }

    /** A file of statements that the server runs before it takes connections. */
    static Path statements(Path directory, String password) throws IOException {
        var file = directory.resolve("login.sql");
        var account = "'" + PrivateMariaDb.USER + "'@'127.0.0.1'";
        writePrivately(file, """
                CREATE OR REPLACE USER %s IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON *.* TO %s WITH GRANT OPTION;
                """.formatted(account, password, account));
        return file;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
