package io.fleetgram.demo.emulator.chat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Files that were sent, and their bytes. */
public final class Files {

    /** Keeps bytes by name; by default in memory. */
    public interface Bytes {
        void put(String name, byte[] bytes);

        /** The bytes, or nothing if the name is unknown. */
        Optional<byte[]> get(String name);
    }

    private final Map<String, StoredFile> byId = new LinkedHashMap<>();
    private final Bytes bytes;

    Files(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Stores a file; {@code folder} is {@code photos} or {@code documents}. */
    public StoredFile add(String folder, String name, String mediaType, byte[] content) {
        int number = byId.size() + 1;
        var suffix = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        var file = new StoredFile(
                "EmFile-%s-%08d".formatted(folder, number),
                "EmUnique%08d".formatted(number),
                "%s/file_%d%s".formatted(folder, number, suffix.matches("\\.\\w{1,8}") ? suffix : ""),
                name,
                mediaType,
                content.length);
        bytes.put(file.id(), content);
        byId.put(file.id(), file);
        return file;
    }

    public Optional<StoredFile> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<StoredFile> at(String path) {
        return byId.values().stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The file's bytes, or nothing if they were lost. */
    public Optional<byte[]> content(StoredFile file) {
        return bytes.get(file.id());
    }

    Collection<StoredFile> all() {
        return byId.values();
    }

    void restore(Collection<StoredFile> files) {
        files.forEach(file -> byId.put(file.id(), file));
    }
}
