package io.leat.ir;

import io.leat.tensor.ErrorSite;

/** The node of the user's graph that an instruction comes from. */
public interface Origin {
    /** The node's name. */
    String name();

    /** What an error message tells about the node. */
    ErrorSite errorSite();
}
