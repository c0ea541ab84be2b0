package dev.tocsin.app.config;

/**
 * The configuration is not what it should be; the message names the place and what was expected.
 */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message, null, false, false);
    }
}
