package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.kernels.ConvShape;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.Arrays;

/**
 * The sizes of a convolution, all known. The channels of input and output are cut into {@code groups} equal parts, and each
 * part of the output sees its part of the input alone.
 */
record ConvSizes(ImageFormat format, int batch, int inC, int outC, int groups, Placement place) {
    /** Told of a product of an input element and a filter element that an output element is a sum of. */
    interface Term {
        void at(int in, int filter, int out);
    }

    /**
     * The sizes for an input and a filter of known shapes.
     *
     * @throws InvalidArgumentException if they do not fit each other
     */
    static ConvSizes of(ConvKind kind, String op, Attrs attrs, Shape in, Shape filter) {
        Windows windows = Windows.of(op, attrs, kind.spatial);
        ImageFormat format = windows.format();
        requireRank("input", in, format.rank());
        requireRank("filter", filter, format.rank());
        output(kind, windows, in, filter);
        if (filter.size() == 0) {
            throw new InvalidArgumentException(
                    "filter must not have zero elements (i.e. all dimensions must be non-zero)");
        }
        long inC = format.channels(in);
        long outC = kind == ConvKind.DEPTHWISE ? inC * filter.dim(-1) : filter.dim(-1);
        long groups = kind == ConvKind.DEPTHWISE ? inC : Math.max(1, inC / filter.dim(-2));
        Placement place = windows.place(format.pixels(in), window(filter));
        return new ConvSizes(
                format, Windows.size(in.dim(0)), Windows.size(inC), Windows.size(outC), Windows.size(groups), place);
    }

    private static void requireRank(String name, Shape s, int rank) {
        if (s.rank() != rank) {
            throw new InvalidArgumentException(name + " must be " + rank + "-dimensional: " + s);
        }
    }

    private static long[] window(Shape filter) {
        return filter.slice(0, -2).dims();
    }

    /** The shape of the output as far as it is known; both shapes have the right rank. */
    static Shape output(ConvKind kind, Windows windows, Shape in, Shape filter) {
        ImageFormat format = windows.format();
        long outC = switch (kind) {
            case CONV_2D -> {
                checkGroups(format.channels(in), filter.dim(-2), filter.dim(-1));
                yield filter.dim(-1);
            }
            case CONV_3D -> {
                Shape.mergeDims(format.channels(in), filter.dim(-2));
                yield filter.dim(-1);
            }
            case DEPTHWISE -> {
                long inC = Shape.mergeDims(format.channels(in), filter.dim(-2));
                yield inC == Shape.ANY || filter.dim(-1) == Shape.ANY ? Shape.ANY : inC * filter.dim(-1);
            }
        };
        return format.shape(in.dim(0), windows.out(format.pixels(in), window(filter)), outC);
    }

    private static void checkGroups(long inC, long filterC, long outC) {
        if (inC == Shape.ANY || filterC == Shape.ANY) {
            return;
        }
        if (filterC == 0) {
            throw new InvalidArgumentException("Depth of filter must not be 0");
        }
        if (inC % filterC != 0) {
            throw new InvalidArgumentException(
                    "Depth of input (" + inC + ") is not a multiple of input depth of filter (" + filterC + ")");
        }
        long groups = inC / filterC;
        if (groups == 0) {
            throw new InvalidArgumentException("Number of groups must not be 0");
        }
        if (outC != Shape.ANY && groups > 1 && outC % groups != 0) {
            throw new InvalidArgumentException(
                    "Depth of output (" + outC + ") is not a multiple of the number of groups (" + groups + ")");
        }
    }

    /** The shape of the output. */
    Shape output() {
        return format.shape(batch, Arrays.stream(place.out()).asLongStream().toArray(), outC);
    }

    /**
     * Requires that a gradient has the shape of the output.
     *
     * @throws InvalidArgumentException if not
     */
    void requireGradient(String op, Shape dOut) {
        if (dOut.rank() != format.rank()) {
            throw new InvalidArgumentException("out_backprop must be " + format.rank() + "-dimensional: " + dOut);
        }
        if (dOut.dim(0) != batch) {
            throw new InvalidArgumentException(op + ": input and out_backprop must have the same batch size. "
                    + "Input batch: " + batch + ", outbackprop batch: " + dOut.dim(0) + ", batch_dim: 0");
        }
        if (format.channels(dOut) != outC) {
            throw new InvalidArgumentException(op + ": filter and out_backprop must have the same out_depth");
        }
        for (int i = 0; i < format.spatial(); i++) {
            if (dOut.dim(format.axis(i)) != place.out()[i]) {
                throw new InvalidArgumentException(op + ": Size of out_backprop doesn't match computed: actual = "
                        + dOut.dim(format.axis(i)) + ", computed = " + place.out()[i] + " spatial_dim: "
                        + format.axis(i) + " input: " + place.in()[i] + " filter: " + place.window()[i] + " output: "
                        + dOut.dim(format.axis(i)) + " stride: " + place.strides()[i] + " dilation: "
                        + place.dilations()[i]);
            }
        }
    }

    /** The form that the kernels' loops take, for two spatial dimensions with the channels last. */
    ConvShape kernelShape() {
        return new ConvShape(
                batch,
                place.in()[0],
                place.in()[1],
                inC,
                place.window()[0],
                place.window()[1],
                outC,
                place.strides()[0],
                place.strides()[1],
                place.dilations()[0],
                place.dilations()[1],
                place.before()[0],
                place.before()[1],
                place.out()[0],
                place.out()[1],
                groups);
    }

    /** Visits all products; the elements are numbered as the shapes order them. */
    void forEach(Term term) {
        int filterC = inC / groups;
        int outPart = outC / groups;
        for (int b = 0; b < batch; b++) {
            int image = b;
            place.forEach((inPixel, k, outPixel) -> {
                for (int o = 0; o < outC; o++) {
                    for (int f = 0; f < filterC; f++) {
                        int channel = o / outPart * filterC + f;
                        term.at(
                                format.index(image, inPixel, channel, place.inPixels(), inC),
                                (k * filterC + f) * outC + o,
                                format.index(image, outPixel, o, place.outPixels(), outC));
                    }
                }
            });
        }
    }
}
