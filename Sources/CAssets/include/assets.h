#include <stddef.h>

/// A file of Definitions/, embedded in the binary.
typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t size;
} asset;

/// All of them, by path within Definitions/. A test fails when a file there is not here.
extern const asset *const assets;
extern const size_t asset_count;
