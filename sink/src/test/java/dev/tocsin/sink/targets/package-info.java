@NullMarked
package dev.tocsin.sink.targets;

import org.jspecify.annotations.NullMarked;
