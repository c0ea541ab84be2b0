package dev.tocsin.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

class PostingListsTest {
    private final PostingLists lists = new PostingLists();

    private List<Integer> read(int list) {
        int[] into = new int[PostingLists.MOST];
        int size = lists.read(list, into);
        return Arrays.stream(into, 0, size).boxed().toList();
    }

    @Test
    void listsThatGrowAndAreReleasedNeverMeetAndRememberTheirLatest() {
        SplittableRandom random = new SplittableRandom(11);
        Map<Integer, Integer> places = new HashMap<>();
        Map<Integer, List<Integer>> expected = new HashMap<>();
        for (int article = 0; article < 60_000; article++) {
            int key = random.nextInt(1, 1 + random.nextInt(1, 200));
            if (random.nextInt(300) == 0 && places.containsKey(key)) {
                lists.release(places.remove(key));
                expected.remove(key);
            }
            int before = places.getOrDefault(key, PostingLists.NONE);
            places.put(key, lists.append(before, article));
            expected.computeIfAbsent(key, _ -> new ArrayList<>()).add(article);
        }
        assertThat(expected.values()).anyMatch(each -> each.size() > 3 * PostingLists.MOST);
        expected.forEach((key, written) -> {
            int from = Math.max(0, written.size() - PostingLists.MOST);
            assertThat(read(places.getOrDefault(key, PostingLists.NONE)))
                    .isEqualTo(written.subList(from, written.size()).reversed());
        });
    }

    @Test
    void noListIsEmpty() {
        assertThat(read(PostingLists.NONE)).isEmpty();
    }
}
