package io.leat.ops.strings;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import java.nio.charset.StandardCharsets;

/**
 * Elements as text, as C's {@code printf} writes them: floats with {@code %f}, or {@code %e} where {@code scientific} and
 * {@code %g} where {@code shortest} is set, with {@code precision} digits; complex numbers as {@code (re,im)}.
 */
@OpSpec("AsString(input: T) -> (output: string); "
        + "T: {float, double, int32, uint8, int16, int8, int64, bfloat16, uint16, half, uint32, uint64, complex64, "
        + "complex128, bool, variant, string}; "
        + "precision: int = -1; scientific: bool = false; shortest: bool = false; width: int = -1; fill: string = ''")
public final class AsString extends Op {
    @Endpoint("strings.asString")
    public static Output of(Ops tf, Operand input) {
        return tf.call("AsString", input);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        DType type = c.input(0).dtype();
        NumberText text = format(c.attrs(), type);
        Elements in = Elements.of(c.input(0));
        Elements out = Elements.allocate(DType.STRING, c.shape(0));
        for (int i = 0; i < in.size(); i++) {
            if (type == DType.STRING) {
                String s = new String(in.string(i), StandardCharsets.ISO_8859_1);
                out.setString(i, text.of(s).getBytes(StandardCharsets.ISO_8859_1));
            } else {
                out.setString(i, text(in, i, text).getBytes(StandardCharsets.UTF_8));
            }
        }
        c.output(0, out.tensor());
    }

    private static NumberText format(Attrs attrs, DType type) {
        boolean scientific = attrs.bool("scientific");
        boolean shortest = attrs.bool("shortest");
        int precision = attrs.intValue("precision");
        String fill = attrs.text("fill");
        if (type == DType.VARIANT) {
            throw new UnimplementedException("AsString of variant");
        }
        if (!type.isFloating() && !type.isComplex()) {
            if (scientific || shortest) {
                throw new InvalidArgumentException(
                        "scientific and shortest format not supported for datatype " + type.signatureName());
            }
            if (precision >= 0) {
                throw new InvalidArgumentException("precision not supported for datatype " + type.signatureName());
            }
        }
        if (scientific && shortest) {
            throw new InvalidArgumentException("Cannot select both scientific and shortest notation");
        }
        if (fill.length() > 1) {
            throw new InvalidArgumentException("Fill string must be one or fewer characters");
        }
        if (!fill.isEmpty() && " +-0#".indexOf(fill.charAt(0)) < 0) {
            throw new InvalidArgumentException("Fill argument not supported: \"" + fill + "\"");
        }
        char flag = fill.isEmpty() ? 'n' : fill.charAt(0);
        char conversion = scientific ? 'e' : shortest ? 'g' : 'f';
        return new NumberText(flag, attrs.intValue("width"), precision, conversion);
    }

    private static String text(Elements in, int i, NumberText text) {
        DType type = in.dtype();
        if (type == DType.BOOL) {
            return in.truth(i) ? "true" : "false";
        }
        if (type.isComplex()) {
            return "(" + text.of(in.real(i)) + "," + text.of(in.imag(i)) + ")";
        }
        if (type.isFloating()) {
            return text.of(in.real(i));
        }
        long v = in.integer(i);
        if (type == DType.UINT64) {
            return text.of(false, Long.toUnsignedString(v));
        }
        return text.of(v < 0, v < 0 ? Long.toUnsignedString(-v) : Long.toString(v));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
