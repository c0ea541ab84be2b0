@NullMarked
package dev.tocsin.sink.deliver;

import org.jspecify.annotations.NullMarked;
