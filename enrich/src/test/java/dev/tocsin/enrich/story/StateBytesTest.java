package dev.tocsin.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.enrich.copy.HabitText;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

class StateBytesTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StateWriter writer = new StateWriter(new DataOutputStream(bytes));

    private StatePart read(StateKey.Kind kind) {
        byte[] body = bytes.toByteArray();
        byte[] value = new byte[body.length + 2];
        value[0] = 1;
        value[1] = (byte) kind.ordinal();
        System.arraycopy(body, 0, value, 2, body.length);
        return StateBytes.read(value);
    }

    @Test
    void anArticleOfTheFirstLayoutIsRead() throws IOException {
        writer.number(7).text("a7").text("herald").text("en").number(11).number(12).text("Title");
        writer.number(1).text("yemen");
        writer.numbers(new int[] {-4, 2, 9});
        writer.floats(new float[] {0.6f, 0.8f, 0}).floats(new float[] {0, 1, 0});
        writer.numbers(new int[] {1, 2});
        writer.numbers(new int[] {Integer.MIN_VALUE, 0x12345678}).number(2);
        writer.numbers(new int[] {5, 6});

        Entry entry = ((StatePart.Article) read(StateKey.Kind.ARTICLE)).entry();

        assertThat(entry.id()).isEqualTo("a7");
        assertThat(entry.conflictTopics().names()).containsExactly("yemen");
        assertThat(entry.terms().ids()).containsExactly(-4, 2, 9);
        assertThat(entry.terms().weight(0)).isEqualTo(0.6f);
        assertThat(entry.terms().isFirst(0)).isFalse();
        assertThat(entry.terms().isFirst(1)).isTrue();
        assertThat(entry.terms().isFirst(2)).isTrue();
        assertThat(entry.terms().title()).hasSize(1);
        assertThat(Terms.titlePlace(entry.terms().title()[0])).isEqualTo(1);
        assertThat(Terms.titleShare(entry.terms().title()[0])).isEqualTo(1);
        assertThat(entry.sketch().sample()).containsExactly((char) 0, (char) 0x9234);
        assertThat(entry.sketch().bands()).containsExactly(5, 6);
    }

    @Test
    void aHabitOfTheFirstLayoutIsRead() throws IOException {
        writer.text("herald").number(3).numbers(new int[] {-1, 640, 64, 640});

        HabitText text = ((StatePart.Habit) read(StateKey.Kind.HABIT)).text();

        assertThat(text.article()).isEqualTo(3);
        assertThat(text.length()).isEqualTo(4);
        assertThat(text.runs()).containsExactly(-1, 64, 640);
    }

    @Test
    void aLayoutThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> StateBytes.read(new byte[] {9, 0}))
                .hasMessageContaining("unknown layout 9");
    }
}
