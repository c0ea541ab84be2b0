@NullMarked
package dev.tocsin.sink.worker;

import org.jspecify.annotations.NullMarked;
