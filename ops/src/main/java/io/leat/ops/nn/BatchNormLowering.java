package io.leat.ops.nn;

import io.leat.graph.Lowering;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.kernels.BatchNorm;
import io.leat.ops.family.Strides;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;
import java.util.List;

/** Batch normalisation: with the batch's statistics by the kernels' loops, with given ones as an expression that fuses. */
final class BatchNormLowering {
    private BatchNormLowering() {}

    static boolean forward(Lowering c, String op) {
        return c.attrs().bool("is_training") ? training(c, op) : inference(c);
    }

    private static boolean inference(Lowering c) {
        DType t = c.dtype(0);
        Value mean = Precision.widen(c, c.input(3));
        Value variance = Precision.widen(c, c.input(4));
        Scalar f32 = Scalar.input(0, DType.FLOAT32);
        Scalar second = Scalar.input(1, DType.FLOAT32);
        Scalar spread = second.plus(c.attrs().real("epsilon")).sqrt();
        Value factor = c.map(f32.dividedBy(spread), Precision.widen(c, c.input(1)), variance);
        Scalar x = Scalar.input(0, t).cast(DType.FLOAT32);
        Scalar y = x.minus(second).times(Scalar.input(2, DType.FLOAT32)).plus(Scalar.input(3, DType.FLOAT32));
        c.output(
                0,
                c.map(
                        y.cast(t),
                        c.input(0),
                        spread(c, mean),
                        spread(c, factor),
                        spread(c, Precision.widen(c, c.input(2)))));
        c.output(1, c.input(3));
        c.output(2, c.input(4));
        c.output(3, c.input(3));
        c.output(4, c.input(4));
        reserve(c);
        return true;
    }

    private static void reserve(Lowering c) {
        if (c.outputs() > 5) {
            c.output(5, c.constant(Raw.allocate(c.outputDType(5), Shape.SCALAR)));
        }
    }

    /** A vector of channels with the rank of the images. */
    private static Value spread(Lowering c, Value vector) {
        int rank = c.outputShape(0).rank();
        long[] dims = Strides.ones(rank);
        dims[ImageFormat.of(c.attrs().text("data_format")).channelAxis()] =
                vector.shape().dim(0);
        return c.reshape(vector, Shape.of(dims));
    }

    private static boolean training(Lowering c, String op) {
        ImageFormat format = ImageFormat.of(c.attrs().text("data_format"));
        Value x = format.channelsLast(c, Precision.widen(c, c.input(0)));
        Shape vector = c.outputShape(1);
        int channels = Math.toIntExact(vector.dim(0));
        Rows rows = Rows.of(x.shape());
        float epsilon = c.attrs().real("epsilon");
        List<Value> out = c.library(
                op,
                (in, o, parallel) -> BatchNorm.training(
                        parallel,
                        (float[]) in[0],
                        0,
                        channels(in[1]),
                        channels(in[2]),
                        epsilon,
                        (float[]) o[0],
                        0,
                        channels(o[1]),
                        channels(o[2]),
                        channels(o[3]),
                        rows.count(),
                        channels),
                List.of(DType.FLOAT32, DType.FLOAT32, DType.FLOAT32, DType.FLOAT32),
                List.of(x.shape(), vector, vector, vector),
                x,
                Precision.widen(c, c.input(1)),
                Precision.widen(c, c.input(2)));
        DType u = c.outputDType(1);
        c.output(0, format.fromChannelsLast(c, Precision.cast(c, out.get(0), c.dtype(0))));
        c.output(1, Precision.cast(c, mixed(c, 3, out.get(1)), u));
        c.output(2, Precision.cast(c, mixed(c, 4, out.get(3)), u));
        c.output(3, Precision.cast(c, out.get(1), u));
        c.output(4, Precision.cast(c, out.get(2), u));
        reserve(c);
        return true;
    }

    private static Value mixed(Lowering c, int old, Value batch) {
        float factor = c.attrs().real("exponential_avg_factor");
        if (factor == 1) {
            return batch;
        }
        Scalar a = Scalar.input(0, DType.FLOAT32);
        Scalar b = Scalar.input(1, DType.FLOAT32);
        return c.map(a.times(1 - factor).plus(b.times(factor)), Precision.widen(c, c.input(old)), batch);
    }

    static BatchNorm.Channels channels(Object array) {
        return new BatchNorm.Channels((float[]) array, 0);
    }

    static boolean gradient(Lowering c, String op) {
        ImageFormat format = ImageFormat.of(c.attrs().text("data_format"));
        Value g = format.channelsLast(c, Precision.widen(c, c.input(0)));
        Value x = format.channelsLast(c, Precision.widen(c, c.input(1)));
        Shape vector = c.outputShape(1);
        int channels = Math.toIntExact(vector.dim(0));
        Rows rows = Rows.of(x.shape());
        float epsilon = c.attrs().real("epsilon");
        boolean training = c.attrs().bool("is_training");
        List<Value> out = c.library(
                op,
                (in, o, parallel) -> {
                    float[] dy = (float[]) in[0];
                    float[] xs = (float[]) in[1];
                    float[] dx = (float[]) o[0];
                    var scale = channels(in[2]);
                    var mean = channels(in[3]);
                    var variance = channels(in[4]);
                    var dScale = channels(o[1]);
                    var dOffset = channels(o[2]);
                    int n = rows.count();
                    if (training) {
                        BatchNorm.trainingGradient(
                                parallel, dy, 0, xs, 0, scale, mean, variance, epsilon, dx, 0, dScale, dOffset, n,
                                channels);
                    } else {
                        BatchNorm.frozenGradient(
                                parallel, dy, 0, xs, 0, scale, mean, variance, epsilon, dx, 0, dScale, dOffset, n,
                                channels);
                    }
                },
                List.of(DType.FLOAT32, DType.FLOAT32, DType.FLOAT32),
                List.of(x.shape(), vector, vector),
                g,
                x,
                Precision.widen(c, c.input(2)),
                Precision.widen(c, c.input(3)),
                Precision.widen(c, c.input(4)));
        c.output(0, format.fromChannelsLast(c, Precision.cast(c, out.get(0), c.outputDType(0))));
        c.output(1, Precision.cast(c, out.get(1), c.outputDType(1)));
        c.output(2, Precision.cast(c, out.get(2), c.outputDType(2)));
        for (int i = 3; i < 5; i++) {
            c.output(i, c.constant(Raw.allocate(c.outputDType(i), c.outputShape(i))));
        }
        return true;
    }
}
