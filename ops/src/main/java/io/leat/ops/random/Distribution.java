package io.leat.ops.random;

import io.leat.kernels.Parallel;
import io.leat.kernels.Philox;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Raw;

/** Independent random numbers of one distribution, in the dtypes and with the bits of TensorFlow. */
enum Distribution {
    UNIFORM {
        @Override
        void fill(Philox start, Tensor out, int n, Parallel parallel) {
            switch (out.dtype()) {
                case FLOAT32 -> io.leat.kernels.RandomUniform.fill(start, Raw.floats(out), 0, n, parallel);
                case FLOAT64 -> io.leat.kernels.RandomUniform.fill(start, Raw.doubles(out), 0, n, parallel);
                case FLOAT16 -> io.leat.kernels.RandomUniform.fillFloat16(start, Raw.shorts(out), 0, n, parallel);
                case BFLOAT16 -> io.leat.kernels.RandomUniform.fillBfloat16(start, Raw.shorts(out), 0, n, parallel);
                default -> throw unsupported(out);
            }
        }
    },
    NORMAL {
        @Override
        void fill(Philox start, Tensor out, int n, Parallel parallel) {
            switch (out.dtype()) {
                case FLOAT32 -> io.leat.kernels.RandomNormal.fill(start, Raw.floats(out), 0, n, parallel);
                case FLOAT64 -> io.leat.kernels.RandomNormal.fill(start, Raw.doubles(out), 0, n, parallel);
                case FLOAT16 -> io.leat.kernels.RandomNormal.fillFloat16(start, Raw.shorts(out), 0, n, parallel);
                case BFLOAT16 -> io.leat.kernels.RandomNormal.fillBfloat16(start, Raw.shorts(out), 0, n, parallel);
                default -> throw unsupported(out);
            }
        }
    },
    TRUNCATED_NORMAL {
        @Override
        void fill(Philox start, Tensor out, int n, Parallel parallel) {
            switch (out.dtype()) {
                case FLOAT32 -> io.leat.kernels.RandomNormal.fillTruncated(start, Raw.floats(out), 0, n, parallel);
                case FLOAT64 -> io.leat.kernels.RandomNormal.fillTruncated(start, Raw.doubles(out), 0, n, parallel);
                case FLOAT16 ->
                    io.leat.kernels.RandomNormal.fillTruncatedFloat16(start, Raw.shorts(out), 0, n, parallel);
                case BFLOAT16 ->
                    io.leat.kernels.RandomNormal.fillTruncatedBfloat16(start, Raw.shorts(out), 0, n, parallel);
                default -> throw unsupported(out);
            }
        }
    },
    /** Integers over the whole range of the dtype. */
    FULL_INTEGERS {
        @Override
        void fill(Philox start, Tensor out, int n, Parallel parallel) {
            switch (out.dtype()) {
                case INT32, UINT32 -> io.leat.kernels.RandomUniform.fill(start, Raw.ints(out), 0, n, parallel);
                case INT64, UINT64 -> io.leat.kernels.RandomUniform.fill(start, Raw.longs(out), 0, n, parallel);
                default -> throw unsupported(out);
            }
        }
    };

    /** Fills all {@code n} elements of a new tensor. */
    abstract void fill(Philox start, Tensor out, int n, Parallel parallel);

    static UnimplementedException unsupported(Tensor out) {
        return new UnimplementedException(
                "random numbers of dtype " + out.dtype().signatureName());
    }
}
