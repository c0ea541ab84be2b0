/** The one way out: HTTP requests to foreign hosts, guarded by address, time and size. */
@NullMarked
package dev.tocsin.egress;

import org.jspecify.annotations.NullMarked;
