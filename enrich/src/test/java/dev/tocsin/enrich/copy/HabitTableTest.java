package dev.tocsin.enrich.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

class HabitTableTest {
    private final SplittableRandom random = new SplittableRandom(7);
    private final HabitTable table = new HabitTable();

    /** Both ends of the range among them, and runs that differ in their lower bits alone. */
    private int[] runs(int count) {
        return random.ints(count, 0, 4_000)
                .map(each -> each % 5 == 0 ? each - 2_000 : each * 0x9E3779B9)
                .map(each -> each % 7 == 0 ? Integer.MAX_VALUE - each % 50 : each)
                .map(each -> each % 11 == 0 ? Integer.MIN_VALUE + each % 50 : each)
                .sorted()
                .distinct()
                .toArray();
    }

    @Test
    void tellsOfEveryRunWhichOfTheLatestTextsHaveIt() {
        int[][] texts = new int[HabitTable.TEXTS][0];
        for (int round = 0; round < 200; round++) {
            int text = round % HabitTable.TEXTS;
            texts[text] = runs(random.nextInt(700));
            table.replace(text, texts[text]);
            for (int run : runs(300)) {
                assertThat(table.texts(run)).isEqualTo(textsWith(run, texts));
            }
        }
        for (int text = 0; text < HabitTable.TEXTS; text++) {
            assertThat(table.runs(text)).isEqualTo(texts[text]);
        }
    }

    private static int textsWith(int run, int[][] texts) {
        int bits = 0;
        for (int text = 0; text < texts.length; text++) {
            bits |= Arrays.binarySearch(texts[text], run) >= 0 ? 1 << text : 0;
        }
        return bits;
    }
}
