/** HTML to plain text: the only place where markup is sanitised. */
@NullMarked
package dev.tocsin.ingest.parse.html;

import org.jspecify.annotations.NullMarked;
