#include "assets.h"

static const unsigned char portal_css[] = {
#embed "../../Assets/portal.css"
};
static const unsigned char portal_js[] = {
#embed "../../Assets/portal.js"
};
static const unsigned char icon_svg[] = {
#embed "../../Assets/icon.svg"
};
static const unsigned char open_sans_regular[] = {
#embed "../../Assets/open-sans-regular.woff2"
};
static const unsigned char open_sans_bold[] = {
#embed "../../Assets/open-sans-bold.woff2"
};
static const unsigned char open_sans_licence[] = {
#embed "../../Assets/open-sans-licence.txt"
};
static const unsigned char report_css[] = {
#embed "../../Assets/report.css"
};
static const unsigned char accessibility[] = {
#embed "../../Assets/accessibility.yaml"
};
static const unsigned char glossary[] = {
#embed "../../Assets/glossary.yaml"
};

static const asset table[] = {
    ASSET("portal.css", portal_css),
    ASSET("report.css", report_css),
    ASSET("portal.js", portal_js),
    ASSET("icon.svg", icon_svg),
    ASSET("open-sans-regular.woff2", open_sans_regular),
    ASSET("open-sans-bold.woff2", open_sans_bold),
    ASSET("open-sans-licence.txt", open_sans_licence),
    ASSET("accessibility.yaml", accessibility),
    ASSET("glossary.yaml", glossary),
};

const asset *const page_assets = table;
const size_t page_asset_count = sizeof table / sizeof table[0];
