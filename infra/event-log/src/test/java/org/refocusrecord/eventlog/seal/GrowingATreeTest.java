package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class GrowingATreeTest {

    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<Tile.Name, Tile> full = new HashMap<>();
    private TreeEdge edge = new TreeEdge(0, List.of());

    @Test
    void its_root_is_the_plain_one_at_every_size() {
        for (int size = 0; size <= 1_100; size++) {
            assertThat(edge.root()).isEqualTo(SecondTree.mth(leaves));
            add();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 65_535, 65_536, 65_537, 100_000})
    void a_hundred_thousand_leaves_in_tiles_have_the_root_of_a_plain_tree(int size) {
        grow(size);

        assertThat(edge.root()).isEqualTo(SecondTree.mth(leaves));
        assertThat(proofs(tiles()).root(size)).isEqualTo(edge.root());
    }

    @Test
    void an_edge_that_was_kept_goes_on_as_if_it_had_never_stopped() {
        for (int size = 1; size <= 700; size++) {
            add();
            edge = new TreeEdge(edge.size(), edge.tiles());
        }

        assertThat(edge.root()).isEqualTo(SecondTree.mth(leaves));
    }

    @Test
    void proofs_are_those_of_the_definition_at_every_size() {
        grow(300);
        for (int size = 1; size <= 300; size += size < 40 ? 1 : 13) {
            List<byte[]> smaller = leaves.subList(0, size);
            for (int index = 0; index < size; index += size < 40 ? 1 : 7) {
                assertThat(proofs(tiles()).inclusion(index, size))
                        .containsExactlyElementsOf(SecondTree.path(index, smaller));
            }
            for (int from = 1; from <= size; from += size < 40 ? 1 : 11) {
                assertThat(proofs(tiles()).consistency(from, size))
                        .containsExactlyElementsOf(SecondTree.subproof(from, smaller, true));
            }
        }
    }

    @Test
    void what_is_proven_is_found_true_and_nothing_else() {
        grow(260);
        for (int size = 1; size <= 260; size += 37) {
            byte[] root = SecondTree.mth(leaves.subList(0, size));
            for (int index = 0; index < size; index += 5) {
                List<byte[]> path = proofs(tiles()).inclusion(index, size);
                byte[] leaf = leaves.get(index);
                assertThat(MerkleVerification.includes(leaf, index, size, path, root)).isTrue();
                assertThat(MerkleVerification.includes(leaf, index + 1L, size, path, root))
                        .isFalse();
                assertThat(MerkleVerification.includes(leaf, index, size, path, leaf))
                        .isEqualTo(size == 1);
            }
        }
    }

    @Test
    void a_proof_in_a_tree_of_a_hundred_thousand_leaves_is_a_few_tiles() {
        grow(100_000);
        Tiles inclusion = tiles();
        Tiles consistency = tiles();

        proofs(inclusion).inclusion(54_321, 99_999);
        proofs(consistency).consistency(54_321, 99_999);

        assertThat(inclusion.count()).isLessThanOrEqualTo(5);
        assertThat(consistency.count()).isLessThanOrEqualTo(6);
    }

    private Tiles tiles() {
        Map<Tile.Name, Tile> all = new HashMap<>(full);
        edge.tiles().forEach(tile -> all.put(new Tile.Name(tile.level(), tile.index()), tile));
        return new Tiles(name -> Objects.requireNonNull(all.get(name)));
    }

    private static MerkleProofs proofs(Tiles tiles) {
        return new MerkleProofs(tiles);
    }

    private void grow(int size) {
        while (leaves.size() < size) {
            add();
        }
    }

    private void add() {
        byte[] leaf = SecondTree.leaf(ByteBuffer.allocate(4).putInt(leaves.size()).array());
        leaves.add(leaf);
        edge.add(leaf, tile -> full.put(new Tile.Name(tile.level(), tile.index()), tile));
    }
}
