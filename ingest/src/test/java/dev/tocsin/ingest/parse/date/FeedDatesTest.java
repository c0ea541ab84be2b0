package dev.tocsin.ingest.parse.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class FeedDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 05 May 2026 07:00:00 +0200         | 2026-05-05T05:00:00Z",
                "Tue, 5 May 2026 07:00:00 GMT            | 2026-05-05T07:00:00Z",
                "05 May 26 07:00 EST                     | 2026-05-05T12:00:00Z",
                "Tue, 05 May 2026 07:00:00               | 2026-05-05T07:00:00Z",
                "Tue, 05 May 2026                        | 2026-05-05T00:00:00Z",
                "May 5, 2026 7:00 pm                     | 2026-05-05T19:00:00Z",
                "Tue May  5 07:00:00 2026                | 2026-05-05T07:00:00Z",
                "Tue May 05 2026 07:00:00 GMT+0200 (CEST)| 2026-05-05T05:00:00Z",
                "Sat, May 9 2026 02:02:33 PM             | 2026-05-09T14:02:33Z",
                "2026-05-05T07:00:00+02:00               | 2026-05-05T05:00:00Z",
                "2026-05-05T07:00:00.123456Z             | 2026-05-05T07:00:00Z",
                "2026-05-05 07:00:00                     | 2026-05-05T07:00:00Z",
                "2026-05-05 07:00:00 +0530               | 2026-05-05T01:30:00Z",
                "2026-05-05 T 07:00 -05:00               | 2026-05-05T12:00:00Z",
                "2026-05-05                              | 2026-05-05T00:00:00Z",
                "2026-05                                 | 2026-05-01T00:00:00Z",
                "20260505T070000Z                        | 2026-05-05T00:00:00Z",
                "2026-125                                | 2026-05-05T00:00:00Z",
                "2026/05/05 07:00:00                     | 2026-05-05T07:00:00Z",
                "05.05.2026 07:00                        | 2026-05-05T07:00:00Z",
                "31/12/2026 07:00                        | 2026-12-31T07:00:00Z",
                "12/31/2026 07:00                        | 2026-12-31T07:00:00Z",
                "1777964400                              | 2026-05-05T07:00:00Z",
                "1777964400000                           | 2026-05-05T07:00:00Z"
            })
    void readsTheFormsThatFeedsUse(String text, Instant instant) {
        assertThat(
                        FeedDates.parse(text)
                                .map(date ->
                                        date.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)))
                .contains(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mar. 5 mai 2026 07:00 +0200         | 2026-05-05T05:00:00Z",
                "Di, 05 Mai 2026 07:00:00 MESZ       | 2026-05-05T05:00:00Z",
                "martes, 5 de mayo de 2026 07:00     | 2026-05-05T07:00:00Z",
                "mer, 16 dic 2026 07:00:00 +0100     | 2026-12-16T06:00:00Z",
                "5 февраля 2026 07:00 MSK            | 2026-02-05T04:00:00Z",
                "5 травня 2026                       | 2026-05-05T00:00:00Z",
                "Τρι, 05 Ιούλ 2026 07:00:00 EEST     | 2026-07-05T04:00:00Z",
                "2026-július-13T9:15-05:00           | 2026-07-13T14:15:00Z",
                "5 Mayıs 2026 07:00                  | 2026-05-05T07:00:00Z",
                "2026년 05월 05일 07:00:00 KST         | 2026-05-04T22:00:00Z",
                "2026-05-05 오후 7:00:00               | 2026-05-05T19:00:00Z"
            })
    void readsMonthsOfManyLanguages(String text, Instant instant) {
        assertThat(FeedDates.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "UT, 0",
        "Z, 0",
        "EDT, -240",
        "PST, -480",
        "CEST, 120",
        "EET, 120",
        "MSK, 180",
        "IST, 330",
        "NPT, 345",
        "JST, 540",
        "AEST, 600",
        "NZDT, 780",
        "BRT, -180",
        "XYZ, 0",
        "-0330, -210",
        "+02:00, 120",
        "GMT+1, 60",
        "UTC-05:00, -300",
        "Europe/Paris, 120"
    })
    void knowsTimeZonesByName(String zone, int minutes) {
        Instant utc = Instant.parse("2026-05-05T12:00:00Z");

        assertThat(FeedDates.parse("Tue, 05 May 2026 12:00:00 " + zone))
                .contains(utc.minusSeconds(minutes * 60L));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-31T00:00:00Z, 2026-03-03T00:00:00Z",
        "2026-12-31T24:00:00Z, 2027-01-01T00:00:00Z",
        "2026-12-31T23:59:60Z, 2027-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void whatIsBeyondTheLastRunsOver(String text, Instant instant) {
        assertThat(FeedDates.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "May",
                "99",
                "-0001-01-01T00:00:00Z",
                "12026-01-01",
                "0000-01-01",
                "Tue, 99 Foo 2026 07:00:00 GMT",
                "Mon, 01 Jan 99999 00:00:00 GMT",
                "9999999999999999",
                "9999-12-31T23:59:59-05:00",
                "32 May 2026",
                "99999999999999-05-05",
                "١٢٣"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(FeedDates.parse(text)).isEmpty();
    }
}
