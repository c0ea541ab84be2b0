package dev.tocsin.egress;

import static dev.tocsin.egress.Packed.BROTLI_BOMB;
import static dev.tocsin.egress.Packed.BROTLI_FEED;
import static dev.tocsin.egress.Packed.FEED;
import static dev.tocsin.egress.Packed.cut;
import static dev.tocsin.egress.Packed.deflate;
import static dev.tocsin.egress.Packed.flipped;
import static dev.tocsin.egress.Packed.gzip;
import static dev.tocsin.egress.Packed.join;
import static dev.tocsin.egress.Packed.latin;
import static dev.tocsin.egress.Packed.zstd;

import java.util.ArrayList;
import java.util.List;

/**
 * What servers do, and what has to come of it: an error's name, or the status of the response with
 * "cut" where its body is not whole.
 */
final class HostileCases {
    record Case(String outcome, String name, String url, Peer.Script script) {
        boolean takesTime() {
            return outcome.equals("TIMEOUT");
        }

        @Override
        public String toString() {
            return outcome + ": " + name;
        }
    }

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String FEED_TYPE = OK + "Content-Type: application/rss+xml\r\n";

    private final List<Case> cases = new ArrayList<>();

    private HostileCases() {}

    static List<Case> all() {
        HostileCases all = new HostileCases();
        all.slowness();
        all.floods();
        all.breaks();
        all.lengths();
        all.chunks();
        all.codings();
        all.heads();
        all.statuses();
        all.redirects();
        all.addresses();
        return all.cases;
    }

    private void slowness() {
        add("TIMEOUT", "accepts and says nothing", Peer.Line::hang);
        add("TIMEOUT", "half a status line", line -> line.say("HTTP/1.1 2").hang());
        add("TIMEOUT", "a status line byte by byte", line -> line.drip("HTTP/1.1 200 OK "));
        add("TIMEOUT", "headers byte by byte", line -> line.say(OK).drip("X-A: b\r\n"));
        add("TIMEOUT", "a header name byte by byte", line -> line.say(OK).drip("x"));
        add("TIMEOUT", "a body byte by byte", line -> line.say(OK + "\r\n").drip("x"));
        add(
                "TIMEOUT",
                "a promised body byte by byte",
                line -> line.say(OK + "Content-Length: 9000\r\n\r\n").drip("x"));
        add("TIMEOUT", "chunks byte by byte", line -> line.say(CHUNKED).drip("1\r\nx\r\n"));
        add("TIMEOUT", "a chunk size byte by byte", line -> line.say(CHUNKED).drip("0"));
        add("TIMEOUT", "trailers byte by byte", line -> line.say(CHUNKED + "0\r\n").drip("x"));
        add(
                "TIMEOUT",
                "less than promised, held open",
                line -> line.say(OK + "Content-Length: 9\r\n\r\n12345").hang());
        add(
                "TIMEOUT",
                "no last chunk, held open",
                line -> line.say(CHUNKED + "5\r\nhello\r\n").hang());
        add(
                "TIMEOUT",
                "half a gzip body, held open",
                line -> {
                    byte[] half = cut(gzip(FEED), 0.5);
                    line.say(OK + "Content-Encoding: gzip\r\nContent-Length: 9000\r\n\r\n")
                            .say(half)
                            .hang();
                });
        add(
                "TIMEOUT",
                "100 Continue and nothing more",
                line -> line.say("HTTP/1.1 100 Continue\r\n\r\n").hang());
        add(
                "TIMEOUT",
                "a redirect to itself, ever more slowly",
                "http://127.0.0.1:PORT/slow",
                line -> line.say("HTTP/1.1 302 Found\r\nLocation: /again\r\n").drip("X: y\r\n"));
        add(
                "TIMEOUT",
                "an error whose body drips",
                line -> line.say("HTTP/1.1 500 Oops\r\n\r\n").drip("x"));
        add(
                "TIMEOUT",
                "a TLS handshake without an answer",
                "https://127.0.0.1:PORT/",
                Peer.Line::hang);
        add(
                "TIMEOUT",
                "a TLS record byte by byte",
                "https://127.0.0.1:PORT/",
                line -> line.say("\u0016\u0003\u0003\u0040\u0000").drip("\u0002"));
    }

    private void floods() {
        add(
                "TOO_LARGE",
                "a body without end",
                line -> line.say(OK + "\r\n").flood("x".repeat(8000)));
        add(
                "TOO_LARGE",
                "chunks without end",
                line -> line.say(CHUNKED).flood("1f40\r\n" + "x".repeat(8000) + "\r\n"));
        add(
                "TOO_LARGE",
                "tiny chunks without end",
                line -> line.say(CHUNKED).flood("1\r\nx\r\n".repeat(1000)));
        add(
                "TOO_LARGE",
                "headers without end",
                line -> line.say(OK).flood("X-A: b\r\n".repeat(99)));
        add(
                "TOO_LARGE",
                "a header line without end",
                line -> line.say(OK + "X: ").flood("x".repeat(999)));
        add("TOO_LARGE", "a header name without end", line -> line.say(OK).flood("x".repeat(999)));
        add(
                "TOO_LARGE",
                "a status line without end",
                line -> line.say("HTTP/1.1 200 ").flood("x".repeat(999)));
        add("TOO_LARGE", "a first line without end", line -> line.flood("x".repeat(999)));
        add("TOO_LARGE", "blank lines without end", line -> line.flood("\r\n".repeat(99)));
        add(
                "TOO_LARGE",
                "a folded header without end",
                line -> line.say(OK + "X: a\r\n").flood(" more\r\n".repeat(99)));
        add(
                "TOO_LARGE",
                "a chunk extension without end",
                line -> line.say(CHUNKED + "5;").flood("x".repeat(999)));
        add(
                "TOO_LARGE",
                "trailers without end",
                line -> line.say(CHUNKED + "0\r\n").flood("X-A: b\r\n".repeat(99)));
        add(
                "TOO_LARGE",
                "100 Continue without end",
                line -> line.flood("HTTP/1.1 100 Continue\r\n\r\n"));
        add(
                "TOO_LARGE",
                "early hints without end",
                line -> line.flood("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"));
        add(
                "TOO_LARGE",
                "a terabyte promised and begun",
                line ->
                        line.say(OK + "Content-Length: 1000000000000\r\n\r\n")
                                .flood("x".repeat(8000)));
        add(
                "TOO_LARGE",
                "a chunk of the largest size",
                line -> line.say(CHUNKED + "7fffffffffffffff\r\n").flood("x".repeat(8000)));
        byte[] zeros = new byte[5_000_000];
        packed("TOO_LARGE", "a gzip bomb", "gzip", gzip(zeros));
        packed("TOO_LARGE", "a gzip bomb in gzip", "gzip, gzip", gzip(gzip(zeros)));
        packed("TOO_LARGE", "a deflate bomb", "deflate", deflate(zeros, false));
        packed("TOO_LARGE", "a raw deflate bomb", "deflate", deflate(zeros, true));
        packed("TOO_LARGE", "a Brotli bomb", "br", BROTLI_BOMB);
        packed("TOO_LARGE", "a zstd bomb", "zstd", zstd(zeros));
        packed("TOO_LARGE", "an unannounced gzip bomb", "identity", gzip(zeros));
        packed(
                "TOO_LARGE",
                "a gzip bomb with a bomb behind",
                "gzip",
                join(gzip(zeros), gzip(zeros)));
        add(
                "TOO_LARGE",
                "empty gzip members without end",
                line -> {
                    line.say(OK + "Content-Encoding: gzip\r\n\r\n");
                    byte[] empty = gzip(new byte[0]);
                    while (true) {
                        line.say(empty);
                    }
                });
        add(
                "TOO_LARGE",
                "gzip with rubbish without end behind",
                line ->
                        line.say(OK + "Content-Encoding: gzip\r\n\r\n")
                                .say(gzip(FEED))
                                .flood("x".repeat(8000)));
    }

    private void breaks() {
        add("RESET", "closes without a word", line -> {});
        add("RESET", "resets without a word", Peer.Line::reset);
        add("RESET", "closes within a promise", line -> line.say(OK + "Content-Length: 9\r\n\r\n"));
        add(
                "RESET",
                "resets after the head",
                line -> {
                    line.say(OK + "Content-Length: 9\r\n\r\n");
                    Thread.sleep(100);
                    line.reset();
                });
        add("RESET", "closes before the first chunk", line -> line.say(CHUNKED));
        add("PROTOCOL", "closes within the status line", line -> line.say("HTTP/1."));
        add("200", "closes within the headers", line -> line.say(OK + "X-A: b\r\nX-B"));
        add(
                "200 cut",
                "resets within the body",
                line -> {
                    line.say(OK + "Content-Length: 9000\r\n\r\n" + "x".repeat(500));
                    Thread.sleep(100);
                    line.reset();
                });
        add("TLS_FAILED", "closes within the TLS handshake", "https://127.0.0.1:PORT/", line -> {});
        add(
                "TLS_FAILED",
                "plain HTTP where TLS should be",
                "https://127.0.0.1:PORT/",
                line -> line.say("HTTP/1.1 400 Bad Request\r\n\r\n"));
        add(
                "TLS_FAILED",
                "an SSH banner where TLS should be",
                "https://127.0.0.1:PORT/",
                line -> line.say("SSH-2.0-OpenSSH_9\r\n"));
    }

    private void lengths() {
        add(
                "200 cut",
                "less than promised",
                line -> line.say(OK + "Content-Length: 99\r\n\r\nshort"));
        add(
                "200",
                "more than promised",
                line -> line.say(OK + "Content-Length: 5\r\n\r\n" + "x".repeat(99)));
        add(
                "200",
                "a second answer behind the first",
                line ->
                        line.say(
                                OK
                                        + "Content-Length: 2\r\n\r\nab"
                                        + OK
                                        + "Content-Length: 2\r\n\r\ncd"));
        add("200", "no length, closed", line -> line.say(OK + "\r\n<rss/>"));
        add("200", "a length of nothing", line -> line.say(OK + "Content-Length: 0\r\n\r\n"));
        for (String bad : List.of("-5", "abc", "99999999999999999999", "0x10", "5.5", "5, 7")) {
            add(
                    "PROTOCOL",
                    "a length of " + bad,
                    line -> line.say(OK + "Content-Length: " + bad + "\r\n\r\n<rss/>"));
        }
        add(
                "PROTOCOL",
                "two lengths",
                line -> line.say(OK + "Content-Length: 5\r\nContent-Length: 7\r\n\r\n12345"));
        add(
                "200",
                "a length and chunks",
                line ->
                        line.say(
                                OK
                                        + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        + "5\r\nhello\r\n0\r\n\r\n"));
    }

    private void chunks() {
        for (String bad : List.of("zz", "-5", "fffffffffffffffff", "0x5", "")) {
            add(
                    "PROTOCOL",
                    "a chunk of size \"" + bad + '"',
                    line -> line.say(CHUNKED + bad + "\r\nhello\r\n0\r\n\r\n"));
        }
        add(
                "PROTOCOL",
                "a chunk longer than its size",
                line -> line.say(CHUNKED + "3\r\nhello\r\n0\r\n\r\n"));
        add(
                "PROTOCOL",
                "two chunks run together",
                line -> line.say(CHUNKED + "5\r\nhello0\r\n\r\n"));
        add("200 cut", "a chunk that breaks off", line -> line.say(CHUNKED + "ff\r\nhello"));
        add("200 cut", "no last chunk", line -> line.say(CHUNKED + "5\r\nhello\r\n"));
        add(
                "200",
                "chunks with extensions and trailers",
                line -> line.say(CHUNKED + "5;a=b\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n"));
        add("200", "no chunk but the last", line -> line.say(CHUNKED + "0\r\n\r\n"));
        for (String coding :
                List.of("gzip", "identity", "chunked, chunked", "gzip, chunked", "x")) {
            add(
                    "PROTOCOL",
                    "the transfer coding \"" + coding + '"',
                    line ->
                            line.say(
                                    OK
                                            + "Transfer-Encoding: "
                                            + coding
                                            + "\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
        }
    }

    private void codings() {
        packed("200", "gzip", "gzip", gzip(FEED));
        packed("200", "gzip in parts", "gzip", join(gzip(FEED), gzip(FEED)));
        packed("200", "gzip with rubbish behind", "gzip", join(gzip(FEED), latin("rubbish")));
        packed("200", "gzip that is plain", "gzip", FEED);
        packed("200", "gzip without a word", "identity", gzip(FEED));
        packed("200", "gzip twice", "gzip, gzip", gzip(gzip(FEED)));
        packed("200", "zlib as deflate", "deflate", deflate(FEED, false));
        packed("200", "raw deflate", "deflate", deflate(FEED, true));
        packed("200", "Brotli", "br", BROTLI_FEED);
        packed("200", "zstd", "zstd", zstd(FEED));
        packed("200", "zstd that is plain", "zstd", FEED);
        packed("200", "zstd without a word", "identity", zstd(FEED));
        packed("200", "zstd in parts", "zstd", join(zstd(FEED), zstd(FEED)));
        packed("200", "a charset for a coding", "utf-8", FEED);
        packed("200", "nothing as Brotli", "br", new byte[0]);
        packed("200", "nothing as gzip", "gzip", new byte[0]);
        packed("200 cut", "gzip that breaks off", "gzip", cut(gzip(FEED), 0.6));
        packed("200 cut", "gzip without its last bytes", "gzip", cut(gzip(FEED), 0.99));
        packed("200 cut", "deflate that breaks off", "deflate", cut(deflate(FEED, false), 0.6));
        packed("200 cut", "unannounced gzip that breaks off", "identity", cut(gzip(FEED), 0.6));
        packed("PROTOCOL", "gzip that breaks off at once", "gzip", cut(gzip(FEED), 0.05));
        packed("PROTOCOL", "Brotli rubbish", "br", latin("<rss>no Brotli</rss>"));
        packed("PROTOCOL", "zstd rubbish", "zstd", join(latin("\u0028\u00b5\u002f\u00fd"), FEED));
        packed(
                "PROTOCOL",
                "zstd with a window of 2 GiB",
                "zstd",
                join(latin("\u0028\u00b5\u002f\u00fd\u0000\u00a8\u0001\u0000\u0000"), FEED));
        packed("PROTOCOL", "deflate rubbish", "deflate", latin("\u00ff\u00ff\u00ff\u00ffrubbish"));
        packed(
                "PROTOCOL",
                "gzip rubbish",
                "gzip",
                latin("\u001f\u008b\u0008rubbish and more rubbish"));
        packed("PROTOCOL", "gzip with a wrong sum", "gzip", flipped(gzip(FEED), 6));
        packed("PROTOCOL", "compress", "compress", FEED);
        packed("PROTOCOL", "a coding nobody knows", "gzip, snowflake", FEED);
        packed("PROTOCOL", "gzip three times", "gzip, gzip, gzip", gzip(gzip(gzip(FEED))));
        packed("PROTOCOL", "a thousand codings", "gzip,".repeat(1000), gzip(FEED));
    }

    private void heads() {
        add(
                "200",
                "a NUL in a header",
                line -> line.say(FEED_TYPE + "ETag: \"a\u0000b\"\r\n\r\nx"));
        add(
                "200",
                "control characters in a header",
                line -> line.say(OK + "X: \u0001\u001b[2J\r\n\r\nx"));
        add(
                "200",
                "a header line without a colon",
                line -> line.say(OK + "nonsense\r\nA: b\r\n\r\nx"));
        add("200", "a header without a name", line -> line.say(OK + ": nameless\r\n\r\nx"));
        add(
                "200",
                "a space before the colon",
                line -> line.say(OK + "Content-Length : 1\r\n\r\nx"));
        add("200", "bare line feeds", line -> line.say("HTTP/1.1 200 OK\nA: b\n\nx"));
        add("200", "bytes above ASCII", line -> line.say(OK + "X-\u00e4: \u00ff\r\n\r\nx"));
        add(
                "200",
                "a thousand cookies' worth",
                line -> line.say(OK + "Set-Cookie: a=b\r\n".repeat(150) + "\r\nx"));
        add("200", "a blank line first", line -> line.say("\r\n" + OK + "\r\nx"));
        add("200", "HTTP/1.0", line -> line.say("HTTP/1.0 200 OK\r\n\r\nx"));
        add("200", "no reason phrase", line -> line.say("HTTP/1.1 200\r\n\r\nx"));
        add("PROTOCOL", "HTTP/0.9", line -> line.say("<html><body>hello</body></html>"));
        add("PROTOCOL", "an SSH banner", line -> line.say("SSH-2.0-OpenSSH_9\r\n"));
        add("PROTOCOL", "an SMTP banner", line -> line.say("220 mail.example ESMTP\r\n"));
        add("PROTOCOL", "an ICY stream", line -> line.say("ICY 200 OK\r\n\r\n"));
        add(
                "PROTOCOL",
                "the preface of HTTP/2",
                line -> line.say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
        add(
                "PROTOCOL",
                "a TLS alert",
                line -> line.say("\u0015\u0003\u0001\u0000\u0002\u0002\u0028\r\n"));
        add(
                "PROTOCOL",
                "a NUL for a status line",
                line -> line.say("\u0000\u0000\u0000\u0000\r\n\r\n"));
        add("PROTOCOL", "a version of letters", line -> line.say("HTTP/x.y 200 OK\r\n\r\n"));
    }

    private void statuses() {
        for (String bad : List.of("000", "099", "-1", "abc", "", "20", "0x200", "99999999999")) {
            add(
                    "PROTOCOL",
                    "the status \"" + bad + '"',
                    line -> line.say("HTTP/1.1 " + bad + " Well\r\n\r\nx"));
        }
        for (String odd : List.of("999", "600", "299", "418")) {
            add(odd, "the status " + odd, line -> line.say("HTTP/1.1 " + odd + " Well\r\n\r\nx"));
        }
        add(
                "PROTOCOL",
                "101 without being asked",
                line ->
                        line.say(
                                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                        + "Connection: Upgrade\r\n\r\n"));
        add(
                "200",
                "100 Continue before the answer",
                line -> line.say("HTTP/1.1 100 Continue\r\n\r\n" + OK + "\r\nx"));
        add(
                "200",
                "early hints before the answer",
                line -> line.say("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK + "\r\nx"));
        add(
                "204",
                "204 with a body",
                line -> line.say("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello"));
        add("205", "205", line -> line.say("HTTP/1.1 205 Reset Content\r\n\r\n"));
        add(
                "206",
                "206 without a range",
                line ->
                        line.say(
                                "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/9\r\n\r\nhello"));
        add(
                "304",
                "304 to an unconditional request",
                line -> line.say("HTTP/1.1 304 Not Modified\r\n\r\n"));
        add(
                "304",
                "304 with a body",
                line -> line.say("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello"));
        add("200", "200 with nothing", line -> line.say(OK + "\r\n"));
        add(
                "200",
                "a login page",
                line ->
                        line.say(
                                OK
                                        + "Content-Type: text/html\r\n\r\n<html><form>Password</form></html>"));
        add(
                "200",
                "a meta refresh, which is not followed",
                line ->
                        line.say(
                                OK
                                        + "\r\n<meta http-equiv=refresh content='0;url=http://10.0.0.1/'>"));
        add(
                "200",
                "a Refresh header, which is not followed",
                line -> line.say(OK + "Refresh: 0; url=http://10.0.0.1/\r\n\r\nx"));
        add(
                "200",
                "a Location without a redirect",
                line -> line.say(OK + "Location: http://10.0.0.1/\r\n\r\nx"));
        add(
                "401",
                "asks for a password",
                line ->
                        line.say(
                                "HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate, Basic realm=x\r\n\r\n"));
        add(
                "407",
                "plays a proxy",
                line -> line.say("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\n\r\n"));
        add(
                "404",
                "an error with a bomb",
                line ->
                        line.say("HTTP/1.1 404 No\r\nContent-Encoding: gzip\r\n\r\n")
                                .say(gzip(new byte[5_000_000])));
        add(
                "503",
                "an error with a body without end",
                line -> line.say("HTTP/1.1 503 Busy\r\n\r\n").flood("x".repeat(8000)));
        add(
                "500",
                "an error that breaks off",
                line -> line.say("HTTP/1.1 500 Oops\r\nContent-Length: 99\r\n\r\n"));
        for (String status : List.of("300", "304", "305", "306", "399")) {
            add(
                    status,
                    status + " is not followed",
                    line -> line.say("HTTP/1.1 " + status + " See\r\nLocation: /ok\r\n\r\n"));
        }
    }

    private void redirects() {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            add("200", "a redirect by " + status, redirect(status, "/ok"));
        }
        add("200", "five redirects", counting(5));
        add("TOO_MANY_REDIRECTS", "six redirects", counting(6));
        add("TOO_MANY_REDIRECTS", "a redirect to itself", redirect(302, "/feed"));
        add("TOO_MANY_REDIRECTS", "a redirect to a fragment of itself", redirect(302, "#top"));
        add(
                "TOO_MANY_REDIRECTS",
                "a redirect to and fro",
                line -> line.say(found(line.path().equals("/feed") ? "/other" : "/feed")));
        for (String bad :
                List.of(
                        "file:///etc/passwd",
                        "ftp://127.0.0.1/",
                        "javascript:alert(1)",
                        "gopher://x/",
                        "data:text/xml,<rss/>",
                        "mailto:a@b.example",
                        "about:blank",
                        "jar:http://a!/b",
                        "http://",
                        "http:///x",
                        "https://[::1/",
                        "http://a:99999/",
                        "http://a:0/",
                        "http://127.0.0.1:25/",
                        "http://127.0.0.1:6667/",
                        "http://a:b/",
                        "http://u:p@a/",
                        "http://a@b@c/",
                        "http://2130706433/",
                        "http://0x7f000001/",
                        "http://0177.0.0.1/",
                        "http://127.1/",
                        "http://%31%32%37.0.0.1/",
                        "http://a..b/",
                        "http://.../",
                        "http://[fe80::1%25lo]/",
                        "http://a\u0000b/",
                        "",
                        "   ",
                        "http://" + "a".repeat(300) + ".example/",
                        "/" + "a".repeat(9_000))) {
            String name = bad.length() > 40 ? bad.substring(0, 40) + "…" : bad;
            add("BAD_REDIRECT", "a redirect to \"" + name + '"', line -> line.say(found(bad)));
        }
        add(
                "BAD_REDIRECT",
                "a redirect to nowhere",
                line -> line.say("HTTP/1.1 302 Found\r\n\r\n"));
        add(
                "BAD_REDIRECT",
                "a redirect to the backslashes of another host",
                redirect(302, "http:\\\\a\\b"));
        add("TOO_LARGE", "a redirect of 20 KB", line -> line.say(found("/" + "a".repeat(20_000))));
        for (String good :
                List.of(
                        "/ok?q=a b|c",
                        "/ok\u00e9",
                        "ok",
                        "?ok",
                        "//127.0.0.1:PORT/ok",
                        "/%zz",
                        "/ok\u0000y",
                        "/ok\rX-Evil: 1",
                        "/ok%0d%0aX-Evil:%201",
                        "/a/../ok",
                        "HTTP://127.0.0.1:PORT/ok",
                        "//127.0.0.1:PORT//ok")) {
            add("200", "a redirect to \"" + good + '"', redirect(302, good));
        }
        add(
                "200",
                "a redirect with a body without end",
                line -> {
                    if (line.path().equals("/ok")) {
                        line.say(OK + "\r\nx");
                    } else {
                        line.say("HTTP/1.1 302 Found\r\nLocation: /ok\r\n\r\n")
                                .flood("x".repeat(8000));
                    }
                });
    }

    private void addresses() {
        for (String closed :
                List.of(
                        "10.0.0.1",
                        "169.254.169.254",
                        "192.168.0.1",
                        "172.16.0.1",
                        "100.64.0.1",
                        "0.0.0.0",
                        "224.0.0.1",
                        "255.255.255.255",
                        "198.18.0.1",
                        "192.0.2.1",
                        "[::1]",
                        "[::]",
                        "[fe80::1]",
                        "[fc00::1]",
                        "[fec0::1]",
                        "[ff02::1]",
                        "[2001:db8::1]",
                        "[::ffff:10.0.0.1]",
                        "[64:ff9b::a00:1]",
                        "[2002:a00:1::]",
                        "[2001:0:a00:1::]",
                        "private.example",
                        "mixed.example",
                        "127.0.0.2",
                        "PRIVATE.example.",
                        "\u24df\u24e1ivate.example")) {
            add(
                    "ADDRESS_REFUSED",
                    "a redirect to " + closed,
                    line ->
                            line.say(latin("HTTP/1.1 302 Found\r\nLocation: http://"))
                                    .say(closed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                    .say("/\r\n\r\n"));
        }
        add(
                "ADDRESS_REFUSED",
                "a private name",
                "http://private.example:PORT/",
                line -> line.say(OK));
        add(
                "ADDRESS_REFUSED",
                "public and private",
                "http://mixed.example:PORT/",
                line -> line.say(OK));
        add(
                "ADDRESS_REFUSED",
                "a name that turns private on the second look",
                "http://rebinding.example:PORT/",
                redirect(302, "/ok"));
        add(
                "200",
                "an address that does not listen before one that does",
                "http://second.example:PORT/",
                line -> line.say(OK + "\r\nx"));
        add("UNKNOWN_HOST", "a name that does not exist", "http://nowhere.invalid/", line -> {});
        add("UNKNOWN_HOST", "a name without addresses", "http://empty.example/", line -> {});
        add("LOOKUP_FAILED", "a name service that is down", "http://servfail.example/", line -> {});
        add("LOOKUP_FAILED", "a name service that goes mad", "http://mad.example/", line -> {});
        add("TIMEOUT", "a name service that hangs", "http://hanging.example/", line -> {});
        add("CONNECT_FAILED", "nobody listens", "http://127.0.0.3:PORT/", line -> {});
        add("BAD_URL", "a zone id", "http://[fe80::1%25lo]/", line -> {});
        add("BAD_URL", "an octal address", "http://0177.0.0.1:PORT/", line -> {});
        add("BAD_URL", "a decimal address", "http://2130706433:PORT/", line -> {});
    }

    private static Peer.Script redirect(int status, String target) {
        return line -> {
            String path = line.path();
            boolean arrived = !path.equals("/feed") && !path.equals("/");
            String port = Integer.toString(line.port());
            line.say(
                    arrived
                            ? OK + "\r\nx"
                            : found(target).replace("302", "" + status).replace("PORT", port));
        };
    }

    private static Peer.Script counting(int redirects) {
        return line -> {
            String path = line.path();
            int hop = path.equals("/feed") ? 0 : Integer.parseInt(path.substring(1));
            line.say(hop < redirects ? found("/" + (hop + 1)) : OK + "\r\nx");
        };
    }

    private static String found(String target) {
        return "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: " + target + "\r\n\r\n";
    }

    private void packed(String outcome, String name, String coding, byte[] body) {
        add(
                outcome,
                name,
                line ->
                        line.say(
                                        FEED_TYPE
                                                + "Content-Encoding: "
                                                + coding
                                                + "\r\nContent-Length: "
                                                + body.length
                                                + "\r\n\r\n")
                                .say(body));
    }

    private void add(String outcome, String name, Peer.Script script) {
        add(outcome, name, "http://127.0.0.1:PORT/feed", script);
    }

    private void add(String outcome, String name, String url, Peer.Script script) {
        cases.add(new Case(outcome, name, url, script));
    }
}
