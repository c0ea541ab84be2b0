package dev.tocsin.egress;

/**
 * A body that was received.
 *
 * @param bytes after inflation
 * @param cutOff it ends before the peer meant it to
 * @param wireBytes before inflation
 */
record Body(byte[] bytes, boolean cutOff, long wireBytes) {
    static final Body NONE = new Body(new byte[0], false, 0);

    /** There was one, but it could not be read. */
    static final Body LOST = new Body(new byte[0], true, 0);
}
