package io.fleetgram.agent.controller;

/**
 * The highest batch of an epoch that is durable on the controller.
 *
 * @param sequence 0 if there is none
 */
public record Cursor(Epoch epoch, long sequence) {}
