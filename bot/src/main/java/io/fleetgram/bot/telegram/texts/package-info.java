/** Message bundles in each language, and numbers and times as each reader sees them. */
@NullMarked
package io.fleetgram.bot.telegram.texts;

import org.jspecify.annotations.NullMarked;
