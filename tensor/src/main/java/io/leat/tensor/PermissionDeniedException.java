package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** The caller may not do this. */
public final class PermissionDeniedException extends LeatException {
    private static final long serialVersionUID = 1L;

    public PermissionDeniedException(String reason) {
        this(reason, null, null);
    }

    public PermissionDeniedException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.PERMISSION_DENIED, reason, site, cause);
    }
}
