package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.FLOATS;
import static io.leat.testkit.CaseBuilder.REALS;

import io.leat.tensor.DType;
import io.leat.testkit.Cases;

/** Volumes and pooling. */
final class PoolingCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;

    /** The numbers that both MaxPool and its gradients take. */
    private static final DType[] POOLED = {
        F32,
        F64,
        DType.FLOAT16,
        DType.BFLOAT16,
        DType.INT32,
        DType.INT64,
        DType.INT8,
        DType.UINT8,
        DType.INT16,
        DType.UINT16
    };

    private PoolingCases() {}

    static void addTo(Cases t) {
        volumes(t);
        pooling(t);
        poolingGradients(t);
    }

    private static void volumes(Cases t) {
        for (String padding : new String[] {"SAME", "VALID"}) {
            long d = padding.equals("SAME") ? 2 : 1;
            t.op("Conv3D")
                    .x(1, 4, 3, 4, 2)
                    .x(3, 2, 2, 2, 3)
                    .ints("strides", 1, 2, 1, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
            long h = padding.equals("SAME") ? 3 : 2;
            t.op("Conv3DBackpropInputV2")
                    .index(1, 4, 3, 4, 2)
                    .x(3, 2, 2, 2, 3)
                    .x(1, d, h, 2, 3)
                    .ints("strides", 1, 2, 1, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
            t.op("Conv3DBackpropFilterV2")
                    .x(1, 4, 3, 4, 2)
                    .index(3, 2, 2, 2, 3)
                    .x(1, d, h, 2, 3)
                    .ints("strides", 1, 2, 1, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
            for (String op : new String[] {"AvgPool3D", "MaxPool3D"}) {
                t.op(op)
                        .distinct(2, 4, 3, 4, 2)
                        .ints("ksize", 1, 2, 2, 2, 1)
                        .ints("strides", 1, 2, 1, 2, 1)
                        .attr("padding", padding)
                        .over(FLOATS);
            }
            t.op("AvgPool3DGrad")
                    .index(1, 4, 3, 4, 2)
                    .x(1, 2, h, 2, 2)
                    .ints("ksize", 1, 2, 2, 2, 1)
                    .ints("strides", 1, 2, 1, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
        }
    }

    private static void pooling(Cases t) {
        for (String padding : new String[] {"SAME", "VALID"}) {
            long h = padding.equals("SAME") ? 4 : 3;
            for (String op : new String[] {"AvgPool", "MaxPool"}) {
                t.op(op)
                        .distinct(2, 7, 6, 3)
                        .ints("ksize", 1, 3, 2, 1)
                        .ints("strides", 1, 2, 2, 1)
                        .attr("padding", padding)
                        .over(REALS);
                t.op(op)
                        .distinct(1, 5, 5, 9)
                        .ints("ksize", 1, 3, 3, 1)
                        .ints("strides", 1, 1, 1, 1)
                        .attr("padding", padding)
                        .over(F32, F64);
            }
            t.op("MaxPoolV2")
                    .distinct(2, 7, 6, 3)
                    .index(1, 3, 2, 1)
                    .index(1, 2, 2, 1)
                    .attr("padding", padding)
                    .over(REALS);
            t.op("AvgPoolGrad")
                    .index(2, 7, 6, 3)
                    .x(2, h, 3, 3)
                    .ints("ksize", 1, 3, 2, 1)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .over(FLOATS);
            t.op("MaxPoolWithArgmax")
                    .distinct(2, 7, 6, 3)
                    .ints("ksize", 1, 3, 2, 1)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .over(REALS);
        }
        t.op("MaxPool")
                .distinct(1, 5, 5, 2)
                .ints("ksize", 1, 2, 2, 1)
                .ints("strides", 1, 2, 2, 1)
                .attr("padding", "EXPLICIT")
                .ints("explicit_paddings", 0, 0, 1, 0, 0, 1, 0, 0)
                .over(F32);
    }

    private static void poolingGradients(Cases t) {
        for (String padding : new String[] {"SAME", "VALID"}) {
            long h = padding.equals("SAME") ? 4 : 3;
            t.op("MaxPoolGrad")
                    .ints("ksize", 1, 3, 2, 1)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .distinctFixed(2, 7, 6, 3)
                    .outputOf("MaxPool", 0, 1)
                    .x(2, h, 3, 3)
                    .over(POOLED);
            t.op("MaxPoolGradGrad")
                    .ints("ksize", 1, 3, 2, 1)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .distinctFixed(2, 7, 6, 3)
                    .outputOf("MaxPool", 0, 1)
                    .x(2, 7, 6, 3)
                    .over(POOLED);
            t.op("MaxPoolGradWithArgmax")
                    .ints("ksize", 1, 3, 2, 1)
                    .ints("strides", 1, 2, 2, 1)
                    .attr("padding", padding)
                    .distinctFixed(2, 7, 6, 3)
                    .fixed(2, h, 3, 3)
                    .outputOf("MaxPoolWithArgmax", 1, 1)
                    .over(POOLED);
            t.op("MaxPool3DGrad")
                    .ints("ksize", 1, 2, 2, 2, 1)
                    .ints("strides", 1, 2, 2, 2, 1)
                    .attr("padding", padding)
                    .distinctFixed(1, 4, 4, 4, 2)
                    .outputOf("MaxPool3D", 0, 1)
                    .x(1, 2, 2, 2, 2)
                    .over(FLOATS);
            t.op("MaxPool3DGradGrad")
                    .ints("ksize", 1, 2, 2, 2, 1)
                    .ints("strides", 1, 2, 2, 2, 1)
                    .attr("padding", padding)
                    .distinctFixed(1, 4, 4, 4, 2)
                    .outputOf("MaxPool3D", 0, 1)
                    .x(1, 4, 4, 4, 2)
                    .over(F32);
        }
        for (String op : new String[] {"MaxPoolGradV2", "MaxPoolGradGradV2"}) {
            boolean second = op.contains("GradGrad");
            t.op(op)
                    .attr("padding", "VALID")
                    .distinctFixed(1, 4, 4, 2)
                    .fixed(1, 2, 2, 2)
                    .x(1, second ? 4 : 2, second ? 4 : 2, 2)
                    .index(1, 2, 2, 1)
                    .index(1, 2, 2, 1)
                    .noGradient()
                    .over(POOLED);
        }
        t.op("LRN").x(1, 2, 3, 9).over(FLOATS);
        t.op("LRN")
                .x(2, 2, 1, 5)
                .attr("depth_radius", 2)
                .attr("bias", 2f)
                .attr("alpha", 0.3f)
                .attr("beta", 0.75f)
                .over(FLOATS);
        t.op("LRNGrad")
                .x(1, 2, 3, 9)
                .fixed(1, 2, 3, 9)
                .fixed(1, 2, 3, 9)
                .noGradient()
                .over(FLOATS);
    }
}
