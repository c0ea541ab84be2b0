/** Bytes to characters, and which characters are allowed. */
@NullMarked
package dev.tocsin.ingest.parse.text;

import org.jspecify.annotations.NullMarked;
