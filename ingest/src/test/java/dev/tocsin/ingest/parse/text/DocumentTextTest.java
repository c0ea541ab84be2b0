package dev.tocsin.ingest.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

class DocumentTextTest {
    private static final Charset LATIN = Charset.forName("windows-1252");

    private static String read(byte[] bytes) {
        return DocumentText.of(bytes, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void aByteOrderMarkDecides(String charset) {
        byte[] bytes =
                "\uFEFF<?xml version='1.0' encoding='koi8-r'?><a>é</a>"
                        .getBytes(Charset.forName(charset));

        assertThat(read(bytes)).endsWith("<a>é</a>").startsWith("<?xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE", "IBM037"})
    void soDoTheFirstBytesOfADeclaration(String charset) {
        assertThat(read("<?xml version='1.0'?><a>é</a>".getBytes(Charset.forName(charset))))
                .endsWith("<a>é</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Мир", "koi8-r, Мир", "ISO-8859-7, Ειρήνη", "Shift_JIS, 平和", "EUC-JP, 平和",
        "EUC-KR, 평화", "Big5, 和平", "GB2312, 和平", "windows-1256, سلام", "ISO-2022-JP, 平和"
    })
    void readsTheDeclaredCharset(String charset, String word) {
        String xml = "<?xml version=\"1.0\" encoding=\"%s\"?><a>%s</a>".formatted(charset, word);

        assertThat(read(xml.getBytes(Charset.forName(charset)))).isEqualTo(xml);
    }

    @Test
    void utf8IsReadAsSuchWhateverIsDeclared() {
        String xml = "<?xml version='1.0' encoding='iso-8859-1'?><a>é – Мир</a>";

        assertThat(read(xml.getBytes(UTF_8))).isEqualTo(xml);
        assertThat(
                        DocumentText.of(
                                "<a>é</a>".getBytes(UTF_8),
                                Optional.of("text/xml; charset=us-ascii")))
                .isEqualTo("<a>é</a>");
    }

    @Test
    void latinThatCallsItselfUtf8IsReadAsBrowsersDo() {
        String xml = "<?xml version='1.0' encoding='utf-8'?><a>caf\u00E9 \u20AC \u201Cx\u201D</a>";

        assertThat(read(xml.getBytes(LATIN))).isEqualTo(xml);
    }

    @Test
    void latinBytesAmongUtf8SpoilNothingElse() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("<a>Ärger über Öl, ".getBytes(UTF_8));
        bytes.write("café".getBytes(LATIN));
        bytes.write("</a>".getBytes(UTF_8));

        assertThat(read(bytes.toByteArray())).isEqualTo("<a>Ärger über Öl, café</a>");
    }

    @Test
    void aCharacterThatTheEndCutsOffIsDropped() {
        byte[] whole = "<a>Ärger über €".getBytes(UTF_8);

        assertThat(read(Arrays.copyOf(whole, whole.length - 1))).isEqualTo("<a>Ärger über ");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Переговоры о мире начались сегодня утром",
        "koi8-r, Переговоры о мире начались сегодня утром",
        "windows-1251, 'Переговори про перемир''я відновилися вранці у столиці'",
        "GB18030, 停火谈判今天上午在首都重新开始，两国代表团讨论撤军",
        "GB18030, 军队称击落三架无人机，港口附近的仓库起火",
        "Big5, 停火談判今天上午在首都重新開始，兩國代表團討論撤軍",
        "Shift_JIS, 停戦協議が今朝首都で再開され、両国の代表団が会った",
        "EUC-JP, 停戦協議が今朝首都で再開され、両国の代表団が会った",
        "EUC-KR, 휴전 협상이 오늘 아침 수도에서 다시 시작됐다",
        "windows-1253, Οι συνομιλίες για την εκεχειρία άρχισαν ξανά το πρωί",
        "windows-1255, שיחות הפסקת האש התחדשו הבוקר בבירה",
        "windows-1256, استؤنفت محادثات وقف إطلاق النار صباح اليوم في العاصمة",
        "windows-1256, الجيش يعلن إسقاط ثلاث طائرات مسيرة ليلا",
        "windows-1256, مذاكرات آتش بس امروز صبح در پايتخت از سر گرفته شد"
    })
    void scriptsThatAreNotLatinAreRecognisedWhereNothingIsDeclared(String charset, String line) {
        String xml =
                "<rss version=\"2.0\"><channel><title>%s</title></channel></rss>".formatted(line);

        assertThat(read(xml.getBytes(Charset.forName(charset)))).isEqualTo(xml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Les négociations ont repris à la préfecture, «près de l’été», a-t-on annoncé",
                "Gespräche über Waffenruhe gehen weiter: größere Überfälle gab es nicht",
                "El año pasado cayó la señal en Coruña; ¿qué pasó después?, preguntó él"
            })
    void latinScriptStaysWindows1252(String line) {
        String xml = "<a>%s</a>".formatted(line).repeat(20);

        assertThat(read(xml.getBytes(LATIN))).isEqualTo(xml);
    }

    @Test
    void utf8OfAnotherScriptWithAFewBrokenBytesStaysUtf8() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("<a>停火谈判今天上午在首都重新开始 ".getBytes(UTF_8));
        bytes.write(0x93);
        bytes.write(" Переговоры о мире</a>".getBytes(UTF_8));

        assertThat(read(bytes.toByteArray()))
                .isEqualTo("<a>停火谈判今天上午在首都重新开始 \u201C Переговоры о мире</a>");
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS, windows-31j, ①", "EUC-KR, x-windows-949, 뷁", "GB2312, GBK, 镕"})
    void aNarrowNameIsReadAsTheWideCharsetThatBrowsersMean(
            String declared, String meant, String character) {
        String xml =
                "<?xml version=\"1.0\" encoding=\"%s\"?><a>%s</a>".formatted(declared, character);

        assertThat(read(xml.getBytes(Charset.forName(meant)))).isEqualTo(xml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "no-such-charset", "x y", ""})
    void aDeclarationThatCannotBeTrueIsPassedOver(String charset) {
        String xml = "<?xml version='1.0' encoding='%s'?><a>é</a>".formatted(charset);

        assertThat(read(xml.getBytes(LATIN))).isEqualTo(xml);
    }
}
