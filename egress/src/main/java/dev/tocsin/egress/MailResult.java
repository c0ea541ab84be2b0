package dev.tocsin.egress;

import java.time.Duration;

/** What came of sending a mail. */
public sealed interface MailResult {
    Duration took();

    /** The server has taken charge of it. */
    record Accepted(Duration took) implements MailResult {}

    /**
     * The server does not take it.
     *
     * @param code of SMTP: 4xx may go better later, 5xx will not
     * @param text one sentence for people
     */
    record Rejected(int code, String text, Duration took) implements MailResult {
        public boolean isForGood() {
            return code >= 500;
        }
    }

    /** Nothing was sent to the address, because the policy does not open it. */
    record Refused(String text, Duration took) implements MailResult {}

    /** No answer; the text is one sentence for people. The server may or may not have the mail. */
    record Failed(EgressError error, String text, Duration took) implements MailResult {}
}
