package io.leat.kernels;

/**
 * Cuts the target pixels of a convolution into tiles. A tile is a block of whole lines, or of a part of each when lines
 * are long; the lines of all images are numbered through.
 */
final class ConvTiles {
    /** The number of pixels that a tile should have when each is a row of a product. */
    static final int PIXELS = 192;

    private static final int FEWEST_PIXELS = 24;

    private final int lines;
    private final int columns;
    private final int tileLines;
    private final int tileColumns;
    private final int lineTiles;
    private final int columnTiles;

    /**
     * Tiles of about {@code most} pixels, of {@code lines} by {@code columns} in all; smaller ones when there would be
     * fewer than four for each thread.
     */
    ConvTiles(int lines, int columns, int most, int threads) {
        this.lines = lines;
        this.columns = columns;
        int longest = 2 * most;
        columnTiles = (columns + longest - 1) / longest;
        tileColumns = (columns + columnTiles - 1) / columnTiles;
        int pixels = most;
        if (threads > 1) {
            long share = (long) lines * columns / (4L * threads);
            pixels = (int) Math.min(most, Math.max(FEWEST_PIXELS, share));
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
