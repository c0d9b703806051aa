package io.leat.formats;

/**
 * The nodes of a graph that save and restore its variables.
 *
 * @param filename the tensor that is fed with a checkpoint's prefix
 * @param save the tensor that is fetched to save
 * @param restore the node that is run to restore
 * @param maxToKeep how many checkpoints are kept; 0 for all
 * @param sharded whether each device writes a shard
 * @param keepEveryHours how often one is kept forever
 */
public record SaverInfo(
        String filename, String save, String restore, int maxToKeep, boolean sharded, float keepEveryHours) {}
