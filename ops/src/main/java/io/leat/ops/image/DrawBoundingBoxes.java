package io.leat.ops.image;

import io.leat.graph.OpSpec;

/** Draws boxes on images, in ten colours one after the other; see {@link BoxDrawing}. */
@OpSpec("DrawBoundingBoxes(images: T, boxes: float) -> (output: T); T: {half, float} = DT_FLOAT")
public final class DrawBoundingBoxes extends BoxDrawing {}
