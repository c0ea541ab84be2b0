/** Documents of every format to one tree, with tolerance and with bounds. */
@NullMarked
package dev.tocsin.ingest.parse.tree;

import org.jspecify.annotations.NullMarked;
