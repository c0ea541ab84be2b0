/** The parts put together. */
@NullMarked
package dev.tocsin.app.pipeline;

import org.jspecify.annotations.NullMarked;
