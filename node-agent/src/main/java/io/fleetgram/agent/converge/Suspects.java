package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.CoreIdentity;
import java.util.Map;

/**
 * Users whose addition was under way when the core stopped answering: one of them may have ended it.
 *
 * @param run the core that stopped answering
 * @param users accounts by e-mail
 */
record Suspects(CoreIdentity run, Map<String, Account> users) {}
