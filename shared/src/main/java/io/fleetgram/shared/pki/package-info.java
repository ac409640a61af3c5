/** Keys, certificates and certificate requests as controller and agent both read and write them. */
@NullMarked
package io.fleetgram.shared.pki;

import org.jspecify.annotations.NullMarked;
