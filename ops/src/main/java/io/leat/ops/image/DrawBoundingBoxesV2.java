package io.leat.ops.image;

import io.leat.graph.OpSpec;

/** Draws boxes on images, in given colours [m, depth] one after the other; see {@link BoxDrawing}. */
@OpSpec("DrawBoundingBoxesV2(images: T, boxes: float, colors: float) -> (output: T); T: {half, float} = DT_FLOAT")
public final class DrawBoundingBoxesV2 extends BoxDrawing {}
