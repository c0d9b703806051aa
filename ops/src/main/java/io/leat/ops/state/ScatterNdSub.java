package io.leat.ops.state;

import io.leat.graph.OpSpec;

/**
 * Parts of {@code updates} are subtracted from those of a reference variable that index tuples name:
 * {@code updates.shape = indices.shape[:-1] + ref.shape[indices.shape[-1]:]}.
 */
@OpSpec("ScatterNdSub(ref: Ref(T), indices: Tindices, updates: T) -> (output_ref: Ref(T)); T: "
        + "{bfloat16, bool, complex128, complex64, double, float, half, int16, int32, int64, int8, uint16, uint32, "
        + "uint64, uint8}; "
        + "Tindices: {int32, int64}; use_locking: bool = false; bad_indices_policy: string = ''")
public final class ScatterNdSub extends ScatterTuples {
    public ScatterNdSub() {
        super(Combination.SUB);
    }
}
