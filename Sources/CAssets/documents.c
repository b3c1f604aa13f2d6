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
static const unsigned char reference_docx[] = {
#embed "../../Assets/documents/reference.docx"
};
static const unsigned char reference_pptx[] = {
#embed "../../Assets/documents/reference.pptx"
};

static const asset table[] = {
    ASSET("report.css", report_css),
    ASSET("print.css", print_css),
    ASSET("print.py", print_py),
    ASSET("reference.docx", reference_docx),
    ASSET("reference.pptx", reference_pptx),
};

const asset *const document_assets = table;
const size_t document_asset_count = sizeof table / sizeof table[0];
