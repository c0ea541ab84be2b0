@NullMarked
package dev.tocsin.sink.message;

import org.jspecify.annotations.NullMarked;
