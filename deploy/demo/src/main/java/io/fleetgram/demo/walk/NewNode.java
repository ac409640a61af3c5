package io.fleetgram.demo.walk;

/**
 * What the dialog for a new node is answered with.
 *
 * @param address under which clients reach it
 */
public record NewNode(String name, String address, String region) {}
