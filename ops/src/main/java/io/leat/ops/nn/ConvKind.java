package io.leat.ops.nn;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;

/** The kinds of convolutions, with the names of the ops of each. */
enum ConvKind {
    CONV_2D(2, "Conv2D", "Conv2DBackpropInput", "Conv2DBackpropFilter"),
    DEPTHWISE(2, "DepthwiseConv2dNative", "DepthwiseConv2dNativeBackpropInput", "DepthwiseConv2dNativeBackpropFilter"),
    CONV_3D(3, "Conv3D", "Conv3DBackpropInputV2", "Conv3DBackpropFilterV2");

    private static final List<String> SHARED_ATTRS =
            List.of("strides", "padding", "explicit_paddings", "data_format", "dilations", "use_cudnn_on_gpu");

    final int spatial;
    private final String forward;
    private final String inputGradient;
    private final String filterGradient;

    ConvKind(int spatial, String forward, String inputGradient, String filterGradient) {
        this.spatial = spatial;
        this.forward = forward;
        this.inputGradient = inputGradient;
        this.filterGradient = filterGradient;
    }

    /** The convolution of {@code in} with {@code filter} and the attributes of another op of this kind. */
    Output forward(Ops tf, Attrs attrs, Output in, Output filter) {
        return node(tf, forward, attrs, in, filter);
    }

    /** The gradient of an input of the shape of {@code in}. */
    Output inputGradient(Ops tf, Attrs attrs, Output in, Output filter, Output dOut) {
        return node(tf, inputGradient, attrs, tf.call("Shape", in), filter, dOut);
    }

    /** The gradient of a filter of the shape of {@code filter}. */
    Output filterGradient(Ops tf, Attrs attrs, Output in, Output filter, Output dOut) {
        return node(tf, filterGradient, attrs, in, tf.call("Shape", filter), dOut);
    }

    private static Output node(Ops tf, String op, Attrs attrs, Output... inputs) {
        NodeBuilder b = tf.op(op);
        for (Output in : inputs) {
            b.input(in);
        }
        for (String name : SHARED_ATTRS) {
            Attr value = attrs.find(name);
            if (value != null) {
                b.attr(name, value);
            }
        }
        return b.add().output(0);
    }
}
