package io.leat.kernels;

/** The two inner loops of {@link Transpose} for one element type; offsets are relative to the start of the data. */
interface Moves {

    /** Copies {@code count} runs of {@code n} elements, {@code step} apart in the argument and adjoining in the result. */
    void runs(int from, int step, int to, int n, int count);

    /** {@code y[to + j·toStep + i] = x[from + i·fromStep + j]} for i below {@code rows} and j below {@code columns}. */
    void block(int from, int fromStep, int to, int toStep, int rows, int columns);

    /** Moves of {@code byte}. */
    record Bytes(byte[] x, int xo, byte[] y, int yo) implements Moves {
        @Override
        public void runs(int from, int step, int to, int n, int count) {
            for (int r = 0; r < count; r++) {
                System.arraycopy(x, xo + from + r * step, y, yo + to + r * n, n);
            }
        }

        @Override
        public void block(int from, int fromStep, int to, int toStep, int rows, int columns) {
            for (int j = 0; j < columns; j++) {
                int source = xo + from + j;
                int target = yo + to + j * toStep;
                for (int i = 0; i < rows; i++) {
                    y[target + i] = x[source + i * fromStep];
                }
            }
        }
    }

    /** Moves of {@code short}. */
    record Shorts(short[] x, int xo, short[] y, int yo) implements Moves {
        @Override
        public void runs(int from, int step, int to, int n, int count) {
            for (int r = 0; r < count; r++) {
                System.arraycopy(x, xo + from + r * step, y, yo + to + r * n, n);
            }
        }

        @Override
        public void block(int from, int fromStep, int to, int toStep, int rows, int columns) {
            for (int j = 0; j < columns; j++) {
                int source = xo + from + j;
                int target = yo + to + j * toStep;
                for (int i = 0; i < rows; i++) {
                    y[target + i] = x[source + i * fromStep];
                }
            }
        }
    }

    /** Moves of {@code int}. */
    record Ints(int[] x, int xo, int[] y, int yo) implements Moves {
        @Override
        public void runs(int from, int step, int to, int n, int count) {
            for (int r = 0; r < count; r++) {
                System.arraycopy(x, xo + from + r * step, y, yo + to + r * n, n);
            }
        }

        @Override
        public void block(int from, int fromStep, int to, int toStep, int rows, int columns) {
            for (int j = 0; j < columns; j++) {
                int source = xo + from + j;
                int target = yo + to + j * toStep;
                for (int i = 0; i < rows; i++) {
                    y[target + i] = x[source + i * fromStep];
                }
            }
        }
    }

    /** Moves of {@code float}. */
    record Floats(float[] x, int xo, float[] y, int yo) implements Moves {
        private static final VectorForm BLOCK =
                VectorForm.ofEightLanes((x, y, z, n) -> VectorTranspose.block(x, 1, n / 16, z, 2, 16, 16, n / 16));

        @Override
        public void runs(int from, int step, int to, int n, int count) {
            for (int r = 0; r < count; r++) {
                System.arraycopy(x, xo + from + r * step, y, yo + to + r * n, n);
            }
        }

        @Override
        public void block(int from, int fromStep, int to, int toStep, int rows, int columns) {
            if (BLOCK.ready((long) rows * columns)) {
                VectorTranspose.block(x, xo + from, fromStep, y, yo + to, toStep, rows, columns);
                return;
            }
            for (int j = 0; j < columns; j++) {
                int source = xo + from + j;
                int target = yo + to + j * toStep;
                for (int i = 0; i < rows; i++) {
                    y[target + i] = x[source + i * fromStep];
                }
            }
        }
    }

    /** Moves of {@code long}. */
    record Longs(long[] x, int xo, long[] y, int yo) implements Moves {
        @Override
        public void runs(int from, int step, int to, int n, int count) {
            for (int r = 0; r < count; r++) {
                System.arraycopy(x, xo + from + r * step, y, yo + to + r * n, n);
            }
        }

        @Override
        public void block(int from, int fromStep, int to, int toStep, int rows, int columns) {
            for (int j = 0; j < columns; j++) {
                int source = xo + from + j;
                int target = yo + to + j * toStep;
                for (int i = 0; i < rows; i++) {
                    y[target + i] = x[source + i * fromStep];
                }
            }
        }
    }

    /** Moves of {@code double}. */
    record Doubles(double[] x, int xo, double[] y, int yo) implements Moves {
        @Override
        public void runs(int from, int step, int to, int n, int count) {
            for (int r = 0; r < count; r++) {
                System.arraycopy(x, xo + from + r * step, y, yo + to + r * n, n);
            }
        }

        @Override
        public void block(int from, int fromStep, int to, int toStep, int rows, int columns) {
            for (int j = 0; j < columns; j++) {
                int source = xo + from + j;
                int target = yo + to + j * toStep;
                for (int i = 0; i < rows; i++) {
                    y[target + i] = x[source + i * fromStep];
                }
            }
        }
    }

    /** Moves of {@code Object}. */
    record Objects(Object[] x, int xo, Object[] y, int yo) implements Moves {
        @Override
        public void runs(int from, int step, int to, int n, int count) {
            for (int r = 0; r < count; r++) {
                System.arraycopy(x, xo + from + r * step, y, yo + to + r * n, n);
            }
        }

        @Override
        public void block(int from, int fromStep, int to, int toStep, int rows, int columns) {
            for (int j = 0; j < columns; j++) {
                int source = xo + from + j;
                int target = yo + to + j * toStep;
                for (int i = 0; i < rows; i++) {
                    y[target + i] = x[source + i * fromStep];
                }
            }
        }
    }
}
