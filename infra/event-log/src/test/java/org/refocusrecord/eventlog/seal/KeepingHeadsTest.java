package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

class KeepingHeadsTest {

    private final Map<String, byte[]> kept = new HashMap<>();
    private final Map<String, Long> heads = new TreeMap<>();
    private long streams;

    @Test
    void without_streams_the_root_is_nothing_but_zeros() {
        assertThat(tree().root()).isEqualTo(new byte[32]);
    }

    @Test
    void whatever_moves_in_whatever_order_the_root_is_that_of_all_heads_at_once() {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            List<StreamHead> moved = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                moved.add(new StreamHead("case/" + random.nextInt(900), round));
            }
            assertThat(put(moved)).isEqualTo(SecondHeads.root(heads));
            assertThat(streams).isEqualTo(heads.size());
        }
    }

    @Test
    void each_head_is_proven_and_no_other_of_its_stream() {
        List<StreamHead> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(new StreamHead("case/" + i, i % 50));
        }
        byte[] root = put(all);
        for (StreamHead head : all) {
            List<byte[]> path = tree().path(head.place()).orElseThrow();
            StreamHead earlier = new StreamHead(head.stream(), head.sequence() - 1);

            assertThat(head.isIn(root, path)).isTrue();
            assertThat(SecondHeads.reached(head.stream(), head.sequence(), path)).isEqualTo(root);
            assertThat(earlier.isIn(root, path)).isFalse();
            assertThat(path).hasSizeLessThan(40);
        }
    }

    @Test
    void a_stream_that_is_not_there_has_no_proof() {
        put(List.of(new StreamHead("case/1", 0), new StreamHead("case/2", 0)));

        assertThat(tree().path(new StreamHead("case/3", 0).place())).isEmpty();
    }

    private byte[] put(List<StreamHead> moved) {
        HeadsTree tree = tree();
        Map<String, Long> last = new HashMap<>();
        moved.forEach(head -> last.put(head.stream(), head.sequence()));
        List<StreamHead> once = new ArrayList<>();
        last.forEach((stream, sequence) -> once.add(new StreamHead(stream, sequence)));
        heads.putAll(last);
        streams += tree.put(once);
        byte[] root = tree.root();
        tree.touched().forEach((prefix, tile) -> kept.put(prefix, tile.toBytes()));
        return root;
    }

    private HeadsTree tree() {
        return new HeadsTree(prefixes -> {
            Map<String, HeadTile> tiles = new HashMap<>();
            for (String prefix : prefixes) {
                byte[] bytes = kept.get(prefix);
                if (bytes != null) {
                    tiles.put(prefix, HeadTile.of(bytes));
                }
            }
            return tiles;
        });
    }
}
