package io.fleetgram.agent.meter;

import java.nio.file.Path;

/**
 * Where the ledger keeps its things.
 *
 * @param journal a file
 * @param batches a directory
 * @param position a file in memory that the machine's restart empties
 */
public record LedgerFiles(Path journal, Path batches, Path position) {}
