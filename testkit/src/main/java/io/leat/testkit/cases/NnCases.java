package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.FLOATS;
import static io.leat.testkit.CaseBuilder.NUMBERS;
import static io.leat.testkit.CaseBuilder.REALS;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Activations, losses, biases, convolutions and pooling. */
public final class NnCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;

    private NnCases() {}

    public static void addTo(Cases t) {
        rows(t);
        normalisation(t);
        choosing(t);
        biases(t);
        convolutions(t);
        PoolingCases.addTo(t);
    }

    private static void rows(Cases t) {
        for (String op : new String[] {"Softmax", "LogSoftmax"}) {
            t.op(op).x(3, 7).over(FLOATS);
            t.op(op).x(5).over(F32, F64);
            t.op(op).x(2, 3, 33).over(F32, F64);
            t.op(op).x(0, 3).over(F32);
            t.op(op).x(Domain.of(-400, 400), 4, 9).noGradient().over(F32);
        }
        t.op("SoftmaxCrossEntropyWithLogits").x(3, 7).distributions(3, 7).over(FLOATS);
        t.op("SoftmaxCrossEntropyWithLogits").x(4, 33).distributions(1, 33).over(F32, F64);
        t.op("SparseSoftmaxCrossEntropyWithLogits")
                .x(3, 7)
                .ids(Shape.of(3), 0, 6, 2)
                .over(FLOATS);
        t.op("SparseSoftmaxCrossEntropyWithLogits")
                .x(3, 7)
                .ids(Shape.of(3), 0, 7, 2)
                .fails("Received a label value of 7 which is outside the valid range of [0, 7)")
                .over(F32);
    }

    private static void normalisation(Cases t) {
        Domain positive = Domain.POSITIVE;
        for (String v : new String[] {"", "V2", "V3"}) {
            for (boolean training : new boolean[] {true, false}) {
                t.op("FusedBatchNorm" + v)
                        .x(2, 3, 2, 5)
                        .of(F32, positive, 5)
                        .of(F32, Domain.ANY, 5)
                        .of(F32, Domain.ANY, training ? 0 : 5)
                        .of(F32, positive, training ? 0 : 5)
                        .attr("is_training", training)
                        .noGradient()
                        .over(F32);
            }
            t.op("FusedBatchNorm" + v)
                    .x(2, 3, 2, 5)
                    .of(F32, positive, 5)
                    .of(F32, Domain.ANY, 5)
                    .of(F32, Domain.ANY, 0)
                    .of(F32, positive, 0)
                    .attr("epsilon", 0.1f)
                    .over(F32);
        }
        for (boolean training : new boolean[] {true, false}) {
            for (String v : new String[] {"", "V2"}) {
                t.op("FusedBatchNormGrad" + v)
                        .x(2, 3, 2, 5)
                        .x(2, 3, 2, 5)
                        .of(F32, positive, 5)
                        .of(F32, Domain.ANY, 5)
                        .of(F32, positive, 5)
                        .attr("is_training", training)
                        .noGradient()
                        .over(F32);
            }
            t.op("FusedBatchNormGradV3")
                    .x(2, 3, 2, 5)
                    .x(2, 3, 2, 5)
                    .of(F32, positive, 5)
                    .of(F32, Domain.ANY, 5)
                    .of(F32, positive, 5)
                    .of(F32, positive)
                    .attr("is_training", training)
                    .noGradient()
                    .over(F32);
        }
        t.op("BatchNormWithGlobalNormalization")
                .x(2, 3, 2, 4)
                .x(4)
                .x(positive, 4)
                .x(4)
                .x(4)
                .attr("variance_epsilon", 0.1f)
                .attr("scale_after_normalization", true)
                .over(F32, F64);
        t.op("BatchNormWithGlobalNormalizationGrad")
                .x(2, 3, 2, 4)
                .x(4)
                .x(positive, 4)
                .x(4)
                .x(2, 3, 2, 4)
                .attr("variance_epsilon", 0.1f)
                .attr("scale_after_normalization", true)
                .noGradient()
                .over(F32, F64);
        t.op("DataFormatDimMap").ids(Shape.of(4), 0, 3, -1, -4).once();
        t.op("DataFormatDimMap")
                .ids(Shape.of(2), 1, 2)
                .attr("src_format", "NCHW")
                .attr("dst_format", "NHWC")
                .onceWide();
        t.op("DataFormatVecPermute").ids(Shape.of(4), 7, 8, 9, 10).once();
        t.op("DataFormatVecPermute")
                .ids(Shape.of(4, 2), 7, 8, 9, 10, 1, 2, 3, 4)
                .onceWide();
    }

    private static void choosing(Cases t) {
        t.op("TopKV2").distinct(3, 7).axis(2).over(REALS);
        t.op("TopKV2").distinct(9).axis(9).over(F32, F64);
        t.op("TopKV2").distinct(2, 3).axis(4).fails("input must have").over(F32);
        t.op("TopK").distinct(3, 7).attr("k", 3).over(REALS);
        t.op("NthElement").distinct(3, 7).axis(2).over(F32, F64);
        t.op("NthElement").distinct(3, 7).axis(0).attr("reverse", true).over(F32, DType.INT32);
        t.op("InTopK")
                .of(F32, Domain.ANY, 3, 5)
                .ids(Shape.of(3), 1, 0, 4)
                .attr("k", 2)
                .once();
        t.op("InTopKV2")
                .of(F32, Domain.ANY, 3, 5)
                .ids(Shape.of(3), 1, 0, 4)
                .axis(2)
                .once();
        for (String padding : new String[] {"SAME", "VALID"}) {
            t.op("Dilation2D")
                    .distinct(1, 5, 6, 2)
                    .x(2, 3, 2)
                    .ints("strides", 1, 1, 2, 1)
                    .ints("rates", 1, 2, 1, 1)
                    .attr("padding", padding)
                    .noGradient()
                    .over(REALS);
            long h = padding.equals("SAME") ? 5 : 3;
            long w = padding.equals("SAME") ? 3 : 2;
            for (String part : new String[] {"Input", "Filter"}) {
                t.op("Dilation2DBackprop" + part)
                        .distinct(1, 5, 6, 2)
                        .fixed(2, 3, 2)
                        .x(1, h, w, 2)
                        .ints("strides", 1, 1, 2, 1)
                        .ints("rates", 1, 2, 1, 1)
                        .attr("padding", padding)
                        .noGradient()
                        .over(FLOATS);
            }
        }
    }

    private static void biases(Cases t) {
        t.op("BiasAdd").x(2, 3).x(3).over(NUMBERS);
        t.op("BiasAdd").x(2, 4, 5, 3).x(3).over(F32, F64);
        t.op("BiasAdd").x(2, 3, 4, 5).x(3).attr("data_format", "NCHW").over(F32, F64);
        t.op("BiasAdd").x(2, 3).x(2).fails("").over(F32);
        t.op("BiasAddV1").x(2, 3).x(3).over(NUMBERS);
        t.op("BiasAddGrad").x(2, 3).over(NUMBERS);
        t.op("BiasAddGrad").x(2, 4, 5, 3).over(F32, F64);
        t.op("BiasAddGrad").x(2, 3, 4, 5).attr("data_format", "NCHW").over(F32, F64);
    }

    private static void convolutions(Cases t) {
        t.op("Conv2D")
                .x(2, 5, 6, 3)
                .x(3, 3, 3, 4)
                .ints("strides", 1, 1, 1, 1)
                .attr("padding", "SAME")
                .over(FLOATS);
        t.op("Conv2D")
                .x(1, 7, 6, 2)
                .x(3, 2, 2, 3)
                .ints("strides", 1, 2, 2, 1)
                .attr("padding", "SAME")
                .over(F32, F64);
        t.op("Conv2D")
                .x(1, 7, 6, 2)
                .x(3, 2, 2, 3)
                .ints("strides", 1, 2, 2, 1)
                .attr("padding", "VALID")
                .over(F32, F64);
        t.op("Conv2D")
                .x(2, 8, 9, 2)
                .x(3, 3, 2, 3)
                .ints("strides", 1, 1, 1, 1)
                .ints("dilations", 1, 2, 3, 1)
                .attr("padding", "SAME")
                .over(F32, F64);
        t.op("Conv2D")
                .x(1, 5, 5, 2)
                .x(3, 3, 2, 3)
                .ints("strides", 1, 1, 2, 1)
                .attr("padding", "EXPLICIT")
                .ints("explicit_paddings", 0, 0, 1, 2, 0, 1, 0, 0)
                .over(F32, F64);
        t.op("Conv2D")
                .x(2, 4, 4, 3)
                .x(1, 1, 3, 8)
                .ints("strides", 1, 1, 1, 1)
                .attr("padding", "VALID")
                .over(F32, F64);
        t.op("Conv2D")
                .x(1, 4, 4, 4)
                .x(2, 2, 2, 4)
                .ints("strides", 1, 1, 1, 1)
                .attr("padding", "SAME")
                .noGradient()
                .over(F32);
        t.op("Conv2D")
                .x(1, 4, 4, 3)
                .x(2, 2, 4, 4)
                .ints("strides", 1, 1, 1, 1)
                .attr("padding", "SAME")
                .fails("")
                .over(F32);
        for (String padding : new String[] {"SAME", "VALID"}) {
            int h = padding.equals("SAME") ? 4 : 3;
            int w = 3;
            t.op("Conv2DBackpropInput")
                    .index(2, 7, 6, 2)
                    .x(3, 2, 2, 3)
                    .x(2, h, w, 3)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
            t.op("Conv2DBackpropFilter")
                    .x(2, 7, 6, 2)
                    .index(3, 2, 2, 3)
                    .x(2, h, w, 3)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
            t.op("DepthwiseConv2dNative")
                    .x(2, 7, 6, 3)
                    .x(3, 2, 3, 2)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
            t.op("DepthwiseConv2dNative")
                    .x(1, 6, 7, 9)
                    .x(3, 3, 9, 1)
                    .ints("strides", 1, 1, 1, 1)
                    .attr("padding", padding)
                    .over(F32, F64);
            t.op("DepthwiseConv2dNativeBackpropInput")
                    .index(2, 7, 6, 3)
                    .x(3, 2, 3, 2)
                    .x(2, h, w, 6)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
            t.op("DepthwiseConv2dNativeBackpropFilter")
                    .x(2, 7, 6, 3)
                    .index(3, 2, 3, 2)
                    .x(2, h, w, 6)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
        }
    }
}
