import Checking
import Collecting
import Definitions
import Vocabulary

extension Shape {
    /// The shapes that have a name in the description.
    static let components: KeyValuePairs<String, Shape> = [
        "Problem": problem, "Verdict": verdict, "Finding": finding, "Question": question, "Check": check,
        "Receipt": receipt, "Submission": submission, "Obligation": obligation, "Collection": collection,
        "Confirmation": confirmation, "NothingToReport": nothingToReport,
    ]

    private static let outcome = word([Outcome.approved, .approvedWithWarnings, .notApproved].map(\.rawValue))

    private static let problem = object([
        "type": .has(address), "title": .has(text), "status": .has(count), "detail": .mayHave(text),
        "instance": .mayHave(text.about("The number of the request, to give when asking for help.")),
        "invalidParameters": .mayHave(list(of: object(["property": .has(text), "reason": .has(text)]))),
        "errors": .mayHave(count), "warnings": .mayHave(count), "rows": .mayHave(count), "verdict": .mayHave(outcome),
        "questions": .mayHave(list(of: component("Question"))), "verdicts": .mayHave(list(of: component("Verdict"))),
        "text": .mayHave(text.about("The verdict as a person reads it, for a log.")),
        "page": .mayHave(address.about("Where a person who has signed in sees the file and can correct it.")),
    ])

    private static let verdict = object([
        "file": .has(text), "sheet": .mayHave(text), "collection": .has(text), "table": .has(text),
        "municipality": .mayHave(municipality), "month": .mayHave(month), "rows": .has(count), "verdict": .has(outcome),
        "findings": .has(list(of: component("Finding"))), "repairs": .has(list(of: component("Finding"))),
        "findingsOmitted": .mayHave(count.about("How many more there are than are listed.")),
        "repairsOmitted": .mayHave(count),
    ]).about("The same as `underlag check --format json` writes.")

    private static let finding = object([
        "rule": .has(text), "severity": .has(word([Severity.error, .warning, .info].map(\.rawValue))),
        "row": .mayHave(count), "column": .mayHave(text), "cell": .mayHave(text), "value": .mayHave(text),
        "corrected": .mayHave(text), "message": .has(text), "remedy": .has(text),
        "own": .mayHave(Shape(json: ["type": "object", "additionalProperties": ["type": "string"]])),
    ])

    private static let question = object([
        "rule": .has(text), "table": .has(text), "value": .mayHave(text), "count": .has(count), "message": .has(text),
        "remedy": .has(text),
        "answered": .has(truth.about("Whether it has been answered with an earlier delivery.")),
    ])

    private static let check = object([
        "id": .has(draftID), "status": .has(word(["checking", "checked"])), "verdict": .mayHave(outcome),
        "rows": .mayHave(count), "errors": .mayHave(count), "warnings": .mayHave(count),
        "questions": .mayHave(list(of: component("Question"))), "verdicts": .mayHave(list(of: component("Verdict"))),
        "text": .mayHave(text.about("The verdict as a person reads it, for a log.")),
    ])

    private static let receipt = object([
        "number": .has(deliveryNumber), "kind": .has(word(["data", "nothing-to-report"])), "collection": .has(text),
        "definitionVersion": .has(count), "municipality": .has(municipality), "month": .has(month),
        "receivedAt": .has(time), "sender": .has(text),
        "extractedAt": .mayHave(time.about("When the extract was made, where that is another time.")),
        "tables": .has(
            list(
                of: object([
                    "table": .has(text), "rows": .has(count), "verdict": .has(outcome), "current": .has(truth),
                    "supersededBy": .mayHave(deliveryNumber),
                ]))),
        "files": .has(
            list(of: object(["name": .has(text), "sha256": .has(digest), "corrections": .has(count)]))),
        "checksum": .mayHave(digest),
        "confirmed": .has(
            list(
                of: object([
                    "table": .has(text), "rule": .has(text), "ruleVersion": .has(count), "value": .mayHave(text),
                    "reason": .mayHave(text),
                ]))),
        "supersedes": .mayHave(deliveryNumber),
        "withdrawn": .mayHave(object(["at": .has(time), "sender": .has(text), "reason": .has(text)])),
        "returned": .mayHave(truth.about("True while the authority has returned it and wants another.")),
        "text": .mayHave(text.about("The receipt as a person reads it.")),
    ])

    private static let submission = object([
        "id": .has(draftID), "status": .has(word(["checking", "submitted", "refused"])),
        "delivery": .mayHave(component("Receipt")), "problem": .mayHave(component("Problem")),
    ])

    private static let obligation = object([
        "collection": .has(text), "month": .has(month), "owed": .has(truth), "units": .has(list(of: text)),
        "status": .has(word(MonthStatus.allCases.map(\.rawValue))), "late": .has(truth), "awaitsReview": .has(truth),
        "receives": .has(truth.about("Whether figures are received today.")), "opens": .has(day),
        "due": .has(day.about("The last day, with more time where that has been given.")), "closes": .mayHave(day),
        "delivery": .mayHave(deliveryNumber),
    ])

    private static let collection = object([
        "id": .has(text), "version": .has(count), "title": .has(text), "description": .has(text),
        "authority": .has(text),
        "months": .has(
            list(of: object(["month": .has(month), "opens": .has(day), "due": .has(day), "closes": .mayHave(day)]))),
        "tables": .has(
            list(
                of: object([
                    "id": .has(text), "title": .has(text), "description": .has(text), "unit": .has(text),
                    "fields": .has(
                        list(
                            of: object([
                                "name": .has(text), "title": .has(text), "required": .has(truth),
                                "codeList": .mayHave(text), "code": .mayHave(count),
                            ]))), "schema": .has(address),
                ]))),
        "codeLists": .has(
            list(
                of: object([
                    "id": .has(text), "title": .has(text),
                    "codes": .has(
                        list(
                            of: object([
                                "value": .has(Shape(json: ["type": "integer"])), "label": .has(text),
                                "validFrom": .mayHave(month), "validTo": .mayHave(month),
                            ]))),
                ]))),
    ])

    private static let confirmation = object(
        [
            "rule": .has(ruleID), "table": .mayHave(text), "value": .mayHave(text),
            "reason": .mayHave(Shape(json: ["type": "string", "maxLength": 1_000])),
        ], isClosed: true)

    private static let nothingToReport = object(
        [
            "month": .has(month), "collection": .mayHave(identifier),
            "tables": .mayHave(Shape(json: ["type": "array", "items": identifier.json, "minItems": 1])),
        ], isClosed: true)
}
