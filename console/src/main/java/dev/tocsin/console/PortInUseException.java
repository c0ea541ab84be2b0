package dev.tocsin.console;

/** Something else listens where the console should; the message says where and what to do. */
public final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortInUseException(String bindAddress, int port, Throwable cause) {
        super(
                "Port %d on %s is already in use, perhaps by another running Tocsin. Stop that program, or choose another port with --port."
                        .formatted(port, bindAddress),
                cause);
    }
}
