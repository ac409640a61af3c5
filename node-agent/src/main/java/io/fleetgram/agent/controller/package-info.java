/** The controller as the agent sees it: what can be asked of it and what it may answer. Being away is an answer. */
@NullMarked
package io.fleetgram.agent.controller;

import org.jspecify.annotations.NullMarked;
