/** References between documents, made absolute. */
@NullMarked
package dev.tocsin.ingest.parse.address;

import org.jspecify.annotations.NullMarked;
