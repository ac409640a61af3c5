package io.fleetgram.demo.emulator.chat;

/**
 * A file somebody sent.
 *
 * @param id what {@code file_id} says
 * @param path what {@code getFile} says, below the download address
 * @param size in bytes
 */
public record StoredFile(String id, String uniqueId, String path, String name, String mediaType, int size) {}
