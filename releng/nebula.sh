# Sourced by ./isoflop and ./verify.

# Prints what ISOFLOP_NEBULA names, a folder by its absolute path; nothing if it is not set.
nebula_repository() {
    if [ -d "${ISOFLOP_NEBULA:-}" ]; then
        (cd "$ISOFLOP_NEBULA" && pwd -P)
    else
        printf '%s' "${ISOFLOP_NEBULA:-}"
    fi
}
