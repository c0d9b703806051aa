package io.leat.formats;

/**
 * A file that belongs to a model.
 *
 * @param tensor the tensor that is fed with the file's path
 * @param file its name in the model's folder {@code assets}
 */
public record ModelAsset(String tensor, String file) {}
