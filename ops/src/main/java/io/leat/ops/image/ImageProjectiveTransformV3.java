package io.leat.ops.image;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;

/** Images [batch, height, width, channels] transformed by projections; what lies outside is given for mode CONSTANT. */
@OpSpec("ImageProjectiveTransformV3(images: dtype, transforms: float, output_shape: int32, fill_value: "
        + "float) -> (transformed_images: dtype); dtype: {uint8, int32, int64, half, bfloat16, float, double}; "
        + "interpolation: string; fill_mode: string = 'CONSTANT'")
public final class ImageProjectiveTransformV3 extends ProjectiveTransform {
    /**
     * Transforms images.
     *
     * @param transforms [batch or 1, 8] of float32
     * @param outputShape an int32 vector, height and width
     * @param fillValue a float32 scalar
     * @param interpolation NEAREST or BILINEAR
     * @param fillMode REFLECT, WRAP, CONSTANT or NEAREST
     */
    @Endpoint("image.projectiveTransform")
    public static Output of(
            Ops tf,
            Operand images,
            Operand transforms,
            Operand outputShape,
            Operand fillValue,
            String interpolation,
            String fillMode) {
        return tf.op("ImageProjectiveTransformV3")
                .input(images)
                .input(transforms)
                .input(outputShape)
                .input(fillValue)
                .attr("interpolation", interpolation)
                .attr("fill_mode", fillMode)
                .add()
                .output(0);
    }

    @Override
    float fill(Compute c) {
        if (c.shape(3).rank() != 0) {
            throw new InvalidArgumentException("fill_value must be a scalar, got shape " + c.shape(3));
        }
        return (float) Elements.of(c.input(3)).real(0);
    }
}
