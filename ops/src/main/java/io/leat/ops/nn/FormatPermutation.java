package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;
import java.util.stream.IntStream;

/** From one data format, such as NHWC, to another with the same letters, such as NCHW. */
record FormatPermutation(String source, String destination) {
    /**
     * That of a node's attributes {@code src_format} and {@code dst_format}.
     *
     * @throws InvalidArgumentException if they are no orders of the same four or five letters
     */
    static FormatPermutation of(Attrs attrs) {
        String src = attrs.text("src_format");
        String dst = attrs.text("dst_format");
        if (src.length() != 4 && src.length() != 5) {
            throw new InvalidArgumentException("Source format must be of length 4 or 5, received src_format = " + src);
        }
        if (dst.length() != 4 && dst.length() != 5) {
            throw new InvalidArgumentException(
                    "Destination format must be of length 4 or 5, received dst_format = " + dst);
        }
        if (!IntStream.range(0, src.length())
                        .allMatch(i -> dst.indexOf(src.charAt(i)) >= 0 && src.indexOf(src.charAt(i)) == i)
                || src.length() != dst.length()) {
            throw new InvalidArgumentException(
                    "Destination and source format must determine a permutation, got " + src + " and " + dst);
        }
        return new FormatPermutation(src, dst);
    }

    /** The place in the destination of dimension {@code i} of the source. */
    int place(int i) {
        return destination.indexOf(source.charAt(i));
    }
}
