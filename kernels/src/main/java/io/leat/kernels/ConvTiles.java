package io.leat.kernels;

/**
 * Cuts the target pixels of a convolution into tiles. A tile is a block of whole lines, or of a part of each when lines
 * are long; the lines of all images are numbered through.
 */
final class ConvTiles {
    private static final int PIXELS = 192;
    private static final int FEWEST_PIXELS = 24;
    private static final int LONGEST_LINE = 2 * PIXELS;

    private final int lines;
    private final int columns;
    private final int tileLines;
    private final int tileColumns;
    private final int lineTiles;
    private final int columnTiles;

    /** Tiles of {@code lines} by {@code columns} pixels; at least four for each thread, if that leaves enough pixels. */
    ConvTiles(int lines, int columns, int threads) {
        this.lines = lines;
        this.columns = columns;
        columnTiles = (columns + LONGEST_LINE - 1) / LONGEST_LINE;
        tileColumns = (columns + columnTiles - 1) / columnTiles;
        int pixels = PIXELS;
        if (threads > 1) {
            long share = (long) lines * columns / (4L * threads);
            pixels = (int) Math.min(pixels, Math.max(FEWEST_PIXELS, share));
        }
        tileLines = Math.min(lines, (pixels + tileColumns - 1) / tileColumns);
        lineTiles = (lines + tileLines - 1) / tileLines;
    }

    int count() {
        return lineTiles * columnTiles;
    }

    int firstLine(int tile) {
        return tile / columnTiles * tileLines;
    }

    int endLine(int tile) {
        return Math.min(lines, firstLine(tile) + tileLines);
    }

    int firstColumn(int tile) {
        return tile % columnTiles * tileColumns;
    }

    int endColumn(int tile) {
        return Math.min(columns, firstColumn(tile) + tileColumns);
    }

    /** The number of columns of all tiles but the last of a line. */
    int tileColumns() {
        return tileColumns;
    }

    /** The most pixels that a tile has. */
    int tilePixels() {
        return tileLines * tileColumns;
    }
}
