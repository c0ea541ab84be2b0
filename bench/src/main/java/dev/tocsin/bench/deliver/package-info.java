/** How fast alerts are delivered, beside a bare HTTP client. */
@NullMarked
package dev.tocsin.bench.deliver;

import org.jspecify.annotations.NullMarked;
