@NullMarked
package dev.tocsin.sink.channel;

import org.jspecify.annotations.NullMarked;
