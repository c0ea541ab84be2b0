/** From the address of a site to its feeds, as robots.txt allows. */
@NullMarked
package dev.tocsin.ingest.discover;

import org.jspecify.annotations.NullMarked;
