#include "assets.h"

static const unsigned char messages_sv[] = {
#embed "../../Definitions/messages/sv.yaml"
};
static const unsigned char messages_en[] = {
#embed "../../Definitions/messages/en.yaml"
};
static const unsigned char test2013_collection[] = {
#embed "../../Definitions/testinsamling-2013/collection.yaml"
};
static const unsigned char test2013_insatser[] = {
#embed "../../Definitions/testinsamling-2013/insatser.yaml"
};
static const unsigned char test2013_avslutsorsaker[] = {
#embed "../../Definitions/testinsamling-2013/avslutsorsaker.yaml"
};
static const unsigned char ekb_collection[] = {
#embed "../../Definitions/ekb-handelser/collection.yaml"
};
static const unsigned char ekb_arenden[] = {
#embed "../../Definitions/ekb-handelser/arenden.yaml"
};
static const unsigned char ekb_utbetalningar[] = {
#embed "../../Definitions/ekb-handelser/utbetalningar.yaml"
};
static const unsigned char ekb_medlemmar[] = {
#embed "../../Definitions/ekb-handelser/medlemmar.yaml"
};
static const unsigned char ekb_avslut[] = {
#embed "../../Definitions/ekb-handelser/avslut.yaml"
};
static const unsigned char ekb_aktualiseringar[] = {
#embed "../../Definitions/ekb-handelser/aktualiseringar.yaml"
};
static const unsigned char ekb_inskrivningar[] = {
#embed "../../Definitions/ekb-handelser/inskrivningar.yaml"
};
static const unsigned char vux_collection[] = {
#embed "../../Definitions/vux-elever/collection.yaml"
};
static const unsigned char vux_elever[] = {
#embed "../../Definitions/vux-elever/elever.yaml"
};
static const unsigned char vux_antagna[] = {
#embed "../../Definitions/vux-elever/antagna.yaml"
};
static const unsigned char ready_collection[] = {
#embed "../../Definitions/nyckeltal-manad/collection.yaml"
};
static const unsigned char ready_varden[] = {
#embed "../../Definitions/nyckeltal-manad/varden.yaml"
};
static const unsigned char report_indicators[] = {
#embed "../../Definitions/namndrapport-ekonomiskt-bistand/indicators.yaml"
};
static const unsigned char report_contents[] = {
#embed "../../Definitions/namndrapport-ekonomiskt-bistand/report.yaml"
};
static const unsigned char vux_indicators[] = {
#embed "../../Definitions/namndrapport-vuxenutbildning/indicators.yaml"
};
static const unsigned char population_2012[] = {
#embed "../../Definitions/population/2012-11-01.csv"
};
static const unsigned char mappings_accorda[] = {
#embed "../../Definitions/mappings/accorda.yaml"
};
static const unsigned char mappings_lifecare_api[] = {
#embed "../../Definitions/mappings/lifecare-api.yaml"
};
static const unsigned char mappings_lifecare_csv[] = {
#embed "../../Definitions/mappings/lifecare-csv.yaml"
};
static const unsigned char mappings_treserva[] = {
#embed "../../Definitions/mappings/treserva.yaml"
};
static const unsigned char mappings_vux[] = {
#embed "../../Definitions/mappings/vux.yaml"
};

static const asset table[] = {
    ASSET("messages/sv.yaml", messages_sv),
    ASSET("messages/en.yaml", messages_en),
    ASSET("testinsamling-2013/collection.yaml", test2013_collection),
    ASSET("testinsamling-2013/insatser.yaml", test2013_insatser),
    ASSET("testinsamling-2013/avslutsorsaker.yaml", test2013_avslutsorsaker),
    ASSET("ekb-handelser/collection.yaml", ekb_collection),
    ASSET("ekb-handelser/arenden.yaml", ekb_arenden),
    ASSET("ekb-handelser/utbetalningar.yaml", ekb_utbetalningar),
    ASSET("ekb-handelser/medlemmar.yaml", ekb_medlemmar),
    ASSET("ekb-handelser/avslut.yaml", ekb_avslut),
    ASSET("ekb-handelser/aktualiseringar.yaml", ekb_aktualiseringar),
    ASSET("ekb-handelser/inskrivningar.yaml", ekb_inskrivningar),
    ASSET("vux-elever/collection.yaml", vux_collection),
    ASSET("vux-elever/elever.yaml", vux_elever),
    ASSET("vux-elever/antagna.yaml", vux_antagna),
    ASSET("nyckeltal-manad/collection.yaml", ready_collection),
    ASSET("nyckeltal-manad/varden.yaml", ready_varden),
    ASSET("namndrapport-ekonomiskt-bistand/indicators.yaml", report_indicators),
    ASSET("namndrapport-ekonomiskt-bistand/report.yaml", report_contents),
    ASSET("namndrapport-vuxenutbildning/indicators.yaml", vux_indicators),
    ASSET("population/2012-11-01.csv", population_2012),
    ASSET("mappings/accorda.yaml", mappings_accorda),
    ASSET("mappings/lifecare-api.yaml", mappings_lifecare_api),
    ASSET("mappings/lifecare-csv.yaml", mappings_lifecare_csv),
    ASSET("mappings/treserva.yaml", mappings_treserva),
    ASSET("mappings/vux.yaml", mappings_vux),
};

const asset *const assets = table;
const size_t asset_count = sizeof table / sizeof table[0];
