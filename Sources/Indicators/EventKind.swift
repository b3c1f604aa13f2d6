import Vocabulary

/// The tables of the collection of events, by their ids.
enum EventKind: String, CaseIterable {
    case cases = "arenden"
    case payments = "utbetalningar"
    case members = "medlemmar"
    case closures = "avslut"
    case returns = "aktualiseringar"
    case enrolments = "inskrivningar"

    /// Adds the rows of a part last, in its order.
    func add(_ cells: EventCells, to rows: inout EventRows) {
        switch self {
        case .cases: rows.cases += cases(cells)
        case .payments: rows.payments += payments(cells)
        case .members: rows.members += members(cells)
        case .closures: rows.closures += closures(cells)
        case .returns: rows.returns += returns(cells)
        case .enrolments: rows.enrolments += enrolments(cells)
        }
    }

    private func cases(_ cells: EventCells) -> [Cases.Row] {
        let (keys, households) = (cells.keys("nyckel"), cells.keys("hushall"))
        let (kinds, units, groups) = (cells.codes("slag"), cells.codes("enhet"), cells.codes("malgrupp"))
        let (from, to) = (cells.days("fran"), cells.days("till"))
        return cells.rows.map {
            Cases.Row(
                key: keys[$0], household: households[$0], kind: kinds[$0], unit: units[$0], targetGroup: groups[$0],
                from: from[$0], to: to[$0])
        }
    }

    private func payments(_ cells: EventCells) -> [Payments.Row] {
        let (keys, households) = (cells.keys("nyckel"), cells.keys("hushall"))
        let (dates, amounts, purposes) = (cells.days("datum"), cells.amounts("belopp"), cells.days("avser"))
        return cells.rows.map {
            Payments.Row(
                key: keys[$0], household: households[$0], date: dates[$0], amount: amounts[$0],
                purpose: purposes[$0] == .open ? nil : purposes[$0])
        }
    }

    private func members(_ cells: EventCells) -> [Members.Row] {
        let (keys, households, persons) = (cells.keys("nyckel"), cells.keys("hushall"), cells.keys("person"))
        let (roles, from, to) = (cells.codes("roll"), cells.days("fran"), cells.days("till"))
        let adult = cells.days("vuxen")
        return cells.rows.map {
            Members.Row(
                key: keys[$0], household: households[$0], person: persons[$0], role: roles[$0], from: from[$0],
                to: to[$0], adult: adult[$0])
        }
    }

    private func closures(_ cells: EventCells) -> [Closures.Row] {
        let (keys, households, persons) = (cells.keys("nyckel"), cells.keys("hushall"), cells.keys("person"))
        let (dates, reasons) = (cells.days("datum"), cells.codes("orsak"))
        return cells.rows.map {
            Closures.Row(
                key: keys[$0], household: households[$0], person: persons[$0], date: dates[$0], reason: reasons[$0])
        }
    }

    private func returns(_ cells: EventCells) -> [Returns.Row] {
        let (keys, persons) = (cells.keys("nyckel"), cells.keys("person"))
        let (dates, areas) = (cells.days("datum"), cells.codes("omrade"))
        return cells.rows.map { Returns.Row(key: keys[$0], person: persons[$0], date: dates[$0], area: areas[$0]) }
    }

    private func enrolments(_ cells: EventCells) -> [Enrolments.Row] {
        let (keys, persons, fields) = (cells.keys("nyckel"), cells.keys("person"), cells.codes("verksamhet"))
        let (from, to, endedTo) = (cells.days("fran"), cells.days("till"), cells.codes("avslutmot"))
        let measures = cells.codes("insats")
        return cells.rows.map {
            Enrolments.Row(
                key: keys[$0], person: persons[$0], field: fields[$0], from: from[$0], to: to[$0],
                endedTo: endedTo[$0], measure: measures[$0])
        }
    }
}
