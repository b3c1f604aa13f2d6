import Vocabulary

/// Whose figures for which month.
struct DeliveryPlace: Hashable {
    var month: Month
    var municipality: Municipality
}
