package io.leat.ops.bitwise;

import io.leat.tensor.DType;

/** How far shifts move. */
final class Shifts {
    private Shifts() {}

    /** {@code y}, an element of dtype {@code type}, or the nearest count that moves within the bits of the dtype. */
    static int count(long y, DType type) {
        int most = type.bytes() * 8 - 1;
        boolean huge = type == DType.UINT64 && y < 0;
        return huge ? most : Math.clamp(y, 0, most);
    }
}
