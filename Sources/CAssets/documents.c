#include "assets.h"

static const unsigned char report_css[] = {
#embed "../../Assets/report.css"
};
static const unsigned char print_css[] = {
#embed "../../Assets/documents/print.css"
};
static const unsigned char print_py[] = {
#embed "../../Assets/documents/print.py"
};

static const asset table[] = {
    ASSET("report.css", report_css),
    ASSET("print.css", print_css),
    ASSET("print.py", print_py),
};

const asset *const document_assets = table;
const size_t document_asset_count = sizeof table / sizeof table[0];
