/** The agent's settings: their keys, defaults and ranges, and reading them with one clear line for each fault. */
@NullMarked
package io.fleetgram.agent.settings;

import org.jspecify.annotations.NullMarked;
