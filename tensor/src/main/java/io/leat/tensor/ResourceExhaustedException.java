package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** Memory, disk or a quota is used up. */
public final class ResourceExhaustedException extends LeatException {
    private static final long serialVersionUID = 1L;

    public ResourceExhaustedException(String reason) {
        this(reason, null, null);
    }

    public ResourceExhaustedException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.RESOURCE_EXHAUSTED, reason, site, cause);
    }
}
