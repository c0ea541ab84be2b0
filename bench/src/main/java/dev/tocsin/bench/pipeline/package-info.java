/** The real pipeline beside a plain consume-produce loop, on one broker. */
@NullMarked
package dev.tocsin.bench.pipeline;

import org.jspecify.annotations.NullMarked;
