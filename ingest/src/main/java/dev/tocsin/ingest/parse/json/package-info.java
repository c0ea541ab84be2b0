/** JSON Feed, brought into the tree that the other formats have. */
@NullMarked
package dev.tocsin.ingest.parse.json;

import org.jspecify.annotations.NullMarked;
