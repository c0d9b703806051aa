package io.leat.ops.ragged;

import io.leat.tensor.InvalidArgumentException;
import java.util.Arrays;
import java.util.List;

/** How the rows of one dimension of a ragged tensor lie in the next one. */
enum RowPartition {
    /** The number of rows of the first dimension. */
    FIRST_DIM_SIZE,
    /** For each value the row that it belongs to, ascending. */
    VALUE_ROWIDS,
    ROW_SPLITS;

    static List<RowPartition> of(List<String> names) {
        return names.stream().map(RowPartition::of).toList();
    }

    private static RowPartition of(String name) {
        return Arrays.stream(values())
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidArgumentException("Unknown string for partition info type: " + name));
    }

    /** The number of ragged dimensions that partitions of these kinds make. */
    static int raggedRank(List<RowPartition> kinds) {
        return kinds.isEmpty() ? 0 : kinds.size() - (kinds.getFirst() == FIRST_DIM_SIZE ? 1 : 0);
    }

    /** The length of the longest row. */
    long width(long[] partition) {
        long width = 0;
        switch (this) {
            case ROW_SPLITS -> {
                for (int i = 1; i < partition.length; i++) {
                    width = Math.max(width, partition[i] - partition[i - 1]);
                }
            }
            case VALUE_ROWIDS -> {
                long run = 0;
                for (int i = 0; i < partition.length; i++) {
                    run = i > 0 && partition[i] == partition[i - 1] ? run + 1 : 1;
                    width = Math.max(width, run);
                }
            }
            case FIRST_DIM_SIZE -> throw new InvalidArgumentException("Cannot handle partition type FIRST_DIM_SIZE");
        }
        return width;
    }

    /**
     * The row numbers and columns of all values of a partition.
     *
     * @param rows the number of rows above
     * @param values the number of values below, or -1 while it is not known
     */
    int[][] places(long[] partition, int rows, int values) {
        return switch (this) {
            case ROW_SPLITS -> ofSplits(partition, rows, values);
            case VALUE_ROWIDS -> ofRowIds(partition, rows);
            case FIRST_DIM_SIZE -> throw new InvalidArgumentException("Unsupported partition type:FIRST_DIM_SIZE");
        };
    }

    private static int[][] ofSplits(long[] splits, int rows, int values) {
        if (splits.length - 1 > rows) {
            throw new InvalidArgumentException(
                    "Row partition size is greater than output size: " + (splits.length - 1) + " > " + rows);
        }
        long n = splits.length == 0 ? 0 : splits[splits.length - 1];
        if (n < 0 || n > Integer.MAX_VALUE || splits.length > 0 && splits[0] != 0 || values >= 0 && n > values) {
            throw new InvalidArgumentException("Invalid row split size.");
        }
        int[][] out = new int[2][(int) n];
        for (int r = 0; r < splits.length - 1; r++) {
            if (splits[r + 1] < splits[r] || splits[r + 1] > n) {
                throw new InvalidArgumentException("Invalid row split size.");
            }
            for (int i = (int) splits[r]; i < splits[r + 1]; i++) {
                out[0][i] = r;
                out[1][i] = i - (int) splits[r];
            }
        }
        return out;
    }

    private static int[][] ofRowIds(long[] ids, int rows) {
        int[][] out = new int[2][ids.length];
        for (int i = 0; i < ids.length; i++) {
            boolean first = i == 0 || ids[i] != ids[i - 1];
            if (ids[i] < 0 || ids[i] >= rows) {
                throw new InvalidArgumentException("Got " + (i == 0 ? "current_value_rowid=" : "next_value_rowid=")
                        + ids[i] + " which is not less than " + rows);
            }
            out[0][i] = (int) ids[i];
            out[1][i] = first ? 0 : out[1][i - 1] + 1;
        }
        return out;
    }
}
