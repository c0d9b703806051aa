package io.leat.formats;

/** How a whole TFRecord file is compressed. */
public enum RecordCompression {
    NONE,
    GZIP,
    ZLIB
}
