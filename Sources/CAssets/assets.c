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
static const unsigned char population_2012[] = {
#embed "../../Definitions/population/2012-11-01.csv"
};

static const asset table[] = {
    ASSET("messages/sv.yaml", messages_sv),
    ASSET("messages/en.yaml", messages_en),
    ASSET("testinsamling-2013/collection.yaml", test2013_collection),
    ASSET("testinsamling-2013/insatser.yaml", test2013_insatser),
    ASSET("testinsamling-2013/avslutsorsaker.yaml", test2013_avslutsorsaker),
    ASSET("population/2012-11-01.csv", population_2012),
};

const asset *const assets = table;
const size_t asset_count = sizeof table / sizeof table[0];
