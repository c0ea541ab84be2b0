/**
 * The work on a record's value, begun by other threads between the poll that brought the record and
 * its turn in the stream. The stream keeps its order and its transactions; only pure functions are
 * applied ahead.
 */
@NullMarked
package dev.tocsin.enrich.ahead;

import org.jspecify.annotations.NullMarked;
