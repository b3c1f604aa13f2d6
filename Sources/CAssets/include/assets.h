#include <stddef.h>

/// A file embedded in the binary.
typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t size;
} asset;

#define ASSET(path, bytes) {path, bytes, sizeof bytes}

/// All files of Definitions/, by path within it. A test fails when a file there is not here.
extern const asset *const assets;
extern const size_t asset_count;

/// All files of Assets/, which pages need. A test fails when a file there is not here.
extern const asset *const page_assets;
extern const size_t page_asset_count;

/// All files of Assets/documents/, which documents are made with. A test fails when a file there is not here.
extern const asset *const document_assets;
extern const size_t document_asset_count;
