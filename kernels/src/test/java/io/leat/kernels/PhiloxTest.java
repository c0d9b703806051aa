package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhiloxTest {
    /** The known answers published with the generator (Random123, kat_vectors, philox 4x32 of 10 rounds). */
    @Test
    void knownAnswers() {
        assertThat(block(Philox.ofKeyAndCounter(0, 0, 0)))
                .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(block(Philox.ofKeyAndCounter(-1, -1, -1)))
                .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(block(Philox.ofKeyAndCounter(0x299f31d0a4093822L, 0x85a308d3243f6a88L, 0x0370734413198a2eL)))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void skippingIsTheSameAsDrawing() {
        Philox drawn = Philox.ofKeyAndCounter(7, -3, 41);
        drawn.fill(new int[20], 0, 5);
        Philox skipped = Philox.ofKeyAndCounter(7, -3, 41).copy(5);
        assertThat(skipped.counterLow()).isEqualTo(2).isEqualTo(drawn.counterLow());
        assertThat(skipped.counterHigh()).isEqualTo(42).isEqualTo(drawn.counterHigh());
        assertThat(block(skipped)).isEqualTo(block(drawn));
    }

    @Test
    void blocksFollowEachOtherAtTheOffset() {
        int[] together = new int[13];
        Philox.ofSeeds(1, 2).fill(together, 1, 3);
        assertThat(together[0]).isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(block(Philox.ofSeeds(1, 2).copy(i)))
                    .containsExactly(
                            together[4 * i + 1], together[4 * i + 2], together[4 * i + 3], together[4 * i + 4]);
        }
    }

    @Test
    void copiesMoveAlone() {
        Philox start = Philox.ofSeeds(1, 2);
        start.copy(0).fill(new int[8], 0, 2);
        assertThat(start.counterLow()).isZero();
    }

    @Test
    void guardedStreamContinuesBehindEachReservation() {
        GuardedPhilox guarded = new GuardedPhilox(3, 4);
        assertThat(guarded.reserveOutputs(10).counterLow()).isZero();
        assertThat(guarded.reserveSamples(9).counterLow()).isEqualTo(2560);
        assertThat(guarded.reserve(1).counterLow()).isEqualTo(2563);
        Philox last = guarded.reserveSamples(0);
        assertThat(last.counterLow()).isEqualTo(2564);
        assertThat(last.key()).isEqualTo(3);
        assertThat(last.counterHigh()).isEqualTo(4);
        assertThat(guarded.reserve(0).counterLow()).isEqualTo(2564);
    }

    @Test
    void twoSeedsOfZeroGiveUnpredictableStreams() {
        long first = new GuardedPhilox(0, 0).reserve(1).key();
        assertThat(first)
                .isNotZero()
                .isNotEqualTo(new GuardedPhilox(0, 0).reserve(1).key());
        assertThat(new GuardedPhilox(0, 5).reserve(1).key()).isZero();
    }

    private static int[] block(Philox philox) {
        int[] block = new int[4];
        philox.fill(block, 0, 1);
        return block;
    }
}
