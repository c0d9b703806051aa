package io.leat.ops.image;

import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;

/** What gradients of image ops share. */
final class ImageGradients {
    private ImageGradients() {}

    /** Height and width of images [batch, height, width, channels], as an int32 vector. */
    static Output size(Ops tf, Output images) {
        Shape s = images.shape();
        if (s.hasRank() && s.slice(1, 3).isFullyKnown()) {
            return tf.constant(s.slice(1, 3).intDims());
        }
        return tf.call("Slice", tf.call("Shape", images), tf.constant(new int[] {1}), tf.constant(new int[] {2}));
    }
}
