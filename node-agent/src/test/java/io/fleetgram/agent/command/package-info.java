@NullMarked
package io.fleetgram.agent.command;

import org.jspecify.annotations.NullMarked;
