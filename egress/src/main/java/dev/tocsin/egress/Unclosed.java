package dev.tocsin.egress;

import java.io.FilterInputStream;
import java.io.InputStream;

/** Stays open when what reads from it is closed. */
final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws java.io.IOException {
        return in.read(target, offset, length);
    }

    @Override
    public void close() {
        // whoever opened the stream below closes it
    }
}
