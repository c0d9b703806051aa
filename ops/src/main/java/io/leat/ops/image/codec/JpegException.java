package io.leat.ops.image.codec;

/** Why a JPEG file cannot be decoded. */
final class JpegException extends Exception {
    private static final long serialVersionUID = 1L;

    JpegException(String message) {
        super(message);
    }
}
