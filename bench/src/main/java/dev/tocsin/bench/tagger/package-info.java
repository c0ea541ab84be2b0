/** Language and tagging beside tokenising alone, on one thread. */
@NullMarked
package dev.tocsin.bench.tagger;

import org.jspecify.annotations.NullMarked;
