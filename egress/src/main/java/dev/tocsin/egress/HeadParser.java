package dev.tocsin.egress;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.LazyLaxLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the heads of responses. A header line that is none is passed over; a first line that is not
 * HTTP is an error, where the library's own choice would look for the next one that is.
 */
final class HeadParser extends DefaultHttpResponseParser {
    private static final int MOST_INFORMATIONAL = 10;

    private int informational;

    HeadParser(Http1Config limits) {
        super(limits, new Lines(), null);
    }

    @Override
    public @Nullable ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
            throws IOException, HttpException {
        ClassicHttpResponse response = head(buffer, in);
        informational = response != null && response.getCode() < 200 ? informational + 1 : 0;
        if (informational > MOST_INFORMATIONAL) {
            throw new MessageConstraintException("Too many informational responses");
        }
        return response;
    }

    private @Nullable ClassicHttpResponse head(SessionInputBuffer buffer, InputStream in)
            throws IOException, HttpException {
        try {
            return super.parse(buffer, in);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("Its status cannot be read", e);
        }
    }

    private static final class Lines extends LazyLaxLineParser {
        private static final Header UNREADABLE = new BasicHeader("unreadable", "");

        @Override
        public Header parseHeader(CharArrayBuffer line) {
            try {
                return super.parseHeader(line);
            } catch (ParseException _) {
                return UNREADABLE;
            }
        }
    }
}
