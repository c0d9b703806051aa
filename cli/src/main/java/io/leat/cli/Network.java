package io.leat.cli;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Operand;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.ops.Tf;
import io.leat.ops.state.Init;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.train.Losses;
import io.leat.train.Optimizer;

/**
 * A network that tells classes of images apart, with the nodes that train it.
 *
 * @param images float32 [batch, height, width, channels]
 * @param labels int32 [batch]
 * @param logits [batch, classes]
 */
record Network(
        Graph graph, Output images, Output labels, Output logits, Output probabilities, Output loss, Node train) {
    /** The networks that there are. */
    enum Kind {
        SOFTMAX,
        MLP,
        CNN
    }

    static Network build(Kind kind, Shape image, int classes, long seed, Optimizer optimizer) {
        Graph graph = Graph.create().seed(seed);
        Tf tf = Tf.of(graph);
        Output images =
                tf.placeholder("images", DType.FLOAT32, Shape.of(Shape.ANY).concat(image));
        Output labels = tf.placeholder("labels", DType.INT32, Shape.of(Shape.ANY));
        Output features = switch (kind) {
            case SOFTMAX -> flat(tf, images);
            case MLP -> tf.nn().relu(dense(tf, "hidden", flat(tf, images), 128));
            case CNN -> {
                Output x = convolution(tf, "conv1", images, 16);
                x = convolution(tf, "conv2", x, 32);
                yield tf.nn().relu(dense(tf, "hidden", flat(tf, x), 128));
            }
        };
        Output logits = tf.withName("logits").identity(dense(tf, "output", features, classes));
        Output probabilities = tf.withName("probabilities").nn().softmax(logits);
        Output loss = Losses.sparseSoftmaxCrossEntropy(labels, logits);
        Node train = optimizer.minimize(loss);
        return new Network(graph, images, labels, logits, probabilities, loss, train);
    }

    /** Convolution of 5 x 5, rectifier, maximum over 2 x 2. */
    private static Output convolution(Tf tf, String name, Output x, int channels) {
        Variable w = tf.variable(name + "/kernel", Init.heNormal(5, 5, x.shape().dim(3), channels));
        Variable b = tf.variable(name + "/bias", Init.zeros(channels));
        Output y = tf.nn().relu(tf.nn().biasAdd(tf.nn().conv2d(x, w, 1, "SAME"), b));
        return tf.nn().maxPool(y, 2, 2, "SAME");
    }

    private static Output dense(Tf tf, String name, Output x, long units) {
        Variable w = tf.variable(name + "/kernel", Init.glorotUniform(x.shape().dim(1), units));
        Variable b = tf.variable(name + "/bias", Init.zeros(units));
        return tf.nn().biasAdd(x.matmul(w), b);
    }

    private static Output flat(Tf tf, Operand x) {
        Shape s = x.output().shape();
        return tf.reshape(
                x, tf.constant(Tensor.vector(-1, Math.toIntExact(s.from(1).size()))));
    }
}
