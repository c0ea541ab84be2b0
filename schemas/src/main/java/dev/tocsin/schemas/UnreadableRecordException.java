package dev.tocsin.schemas;

import org.apache.kafka.common.errors.SerializationException;

/** The bytes of a Kafka record are not what its Kafka topic promises. */
public final class UnreadableRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }

    public UnreadableRecordException(String message) {
        super(message);
    }
}
