import Checking
import Foundation
import Register
import Storage
import Tabular
import Vocabulary

// The lists of a package. Headings are Swedish, like the definition's; times are UTC.
extension ExportContents {
    /// A row for each delivery and table of the month; `filer` are the paths of its files in the package.
    func deliveries(files: [DeliveryNumber: [String]]) -> [UInt8] {
        var csv = CSVWriter()
        csv.row([
            "leveransnummer", "manad", "kommun", "kommunnamn", "slag", "mottagen", "avsandare", "definitionsversion",
            "tabell", "rader", "besked", "galler", "ersatt_av", "aterkallad", "granskning", "granskad", "granskad_av",
            "meddelande", "i_paketet", "kontrollsumma", "filer",
        ])
        for receipt in receipts {
            let review = (states[receipt.number] ?? .waiting).words
            for part in receipt.parts {
                csv.text(receipt.number.description)
                csv.text(month.iso)
                csv.text(receipt.municipality.code)
                csv.text(receipt.municipality.name)
                csv.text(receipt.kind == .data ? "uppgifter" : "inget att rapportera")
                csv.text(receipt.receivedAt.stored)
                csv.text(receipt.sender)
                csv.number(receipt.definitionVersion)
                csv.text(part.table)
                csv.number(part.rows)
                csv.text(part.outcome == .approved ? "godkänd" : "godkänd med varningar")
                csv.text(part.isCurrent ? "ja" : "nej")
                csv.text(part.supersededBy?.description ?? "")
                csv.text(receipt.withdrawal?.at.stored ?? "")
                csv.text(review.state)
                csv.text(review.at)
                csv.text(review.by)
                csv.text(review.message)
                csv.text(included.contains(receipt.number) ? "ja" : "nej")
                csv.text(receipt.checksum)
                csv.text((files[receipt.number] ?? []).joined(separator: " "))
                csv.endRow()
            }
        }
        return csv.bytes
    }

    /// The warnings that were confirmed in the package's deliveries.
    var confirmations: [UInt8] {
        var csv = CSVWriter()
        csv.row(["leveransnummer", "tabell", "regel", "regelversion", "varde", "skal"])
        for receipt in taken {
            for warning in receipt.confirmed {
                csv.text(receipt.number.description)
                csv.text(warning.table)
                csv.text(warning.rule)
                csv.number(warning.ruleVersion)
                csv.text(warning.subject)
                csv.text(warning.reason)
                csv.endRow()
            }
        }
        return csv.bytes
    }

    /// The cells of the package's deliveries that were corrected on their way in; `files` as for `deliveries`.
    func corrections(files: [DeliveryNumber: [String]]) -> [UInt8] {
        var csv = CSVWriter()
        csv.row(["leveransnummer", "fil", "blad", "rad", "kolumn", "falt", "fore", "efter", "rattad", "rattad_av"])
        for receipt in taken {
            for (file, path) in zip(receipt.files, files[receipt.number] ?? []) {
                for correction in file.corrections {
                    csv.text(receipt.number.description)
                    csv.text(path)
                    csv.text(correction.cell.place.sheet ?? "")
                    csv.number(correction.cell.place.row)
                    csv.text(CellRange.letters(correction.cell.place.column))
                    csv.text(correction.field ?? "")
                    csv.text(correction.before)
                    csv.text(correction.cell.text)
                    csv.text(correction.at.stored)
                    csv.text(correction.by)
                    csv.endRow()
                }
            }
        }
        return csv.bytes
    }

    /// What has been decided on free texts of the collection.
    var decisions: [UInt8] {
        var csv = CSVWriter()
        csv.row(["tabell", "ordalydelse", "beslut", "kod", "skal", "beslutad", "beslutad_av"])
        for recoding in recodings {
            csv.text(recoding.table)
            csv.text(recoding.wording.description)
            switch recoding.target {
            case .code: csv.text("annan kod")
            case .stays: csv.text("kvar")
            case .outsideModel: csv.text("utanför modellen")
            case nil: csv.blank()
            }
            if let code = recoding.target?.code { csv.number(code) } else { csv.blank() }
            csv.text(recoding.reason)
            csv.text(recoding.at.stored)
            csv.text(recoding.by)
            csv.endRow()
        }
        return csv.bytes
    }
}

extension ReviewState {
    fileprivate var words: (state: String, at: String, by: String, message: String) {
        switch self {
        case .waiting: ("väntar", "", "", "")
        case .approved(let by, let at): ("godkänd", at.stored, by, "")
        case .approvedAutomatically(let at): ("automatiskt godkänd", at.stored, "", "")
        case .returned(let message, let by, let at): ("återlämnad", at.stored, by, message)
        }
    }
}
