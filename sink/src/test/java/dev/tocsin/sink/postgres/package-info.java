/** Tests of the PostgreSQL sink. */
@NullMarked
package dev.tocsin.sink.postgres;

import org.jspecify.annotations.NullMarked;
