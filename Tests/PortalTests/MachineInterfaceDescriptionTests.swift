import Accounts
import Foundation
import Frame
import MachineInterface
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

@Suite("The description of /api/v1", .fewAtATime)
struct MachineInterfaceDescriptionTests {
    /// Runs a script of Python on `arguments`; what it said, if it was not content.
    private func complaint(_ script: String, _ arguments: [String]) async throws -> String? {
        let interpreter = try #require(Python.interpreter)
        let outcome = try await Program.result(interpreter, ["-c", script] + arguments)
        return outcome.status == 0 ? nil : outcome.output + outcome.messages
    }

    @Test("It is valid OpenAPI, in both languages", .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func valid() async throws {
        let site = try await MachineInterfaceSite()
        for language in ["sv", "en"] {
            let answer = try await site.system(nil).get("openapi.json", ["Accept-Language": language])
            #expect(answer.code == 200 && answer["Content-Type"] == "application/json")
            let file = site.folder.url.appending(path: "openapi-\(language).json")
            try Data(answer.bytes).write(to: file)
            #expect(
                try await complaint(
                    "import sys; from openapi_spec_validator.__main__ import main; main(sys.argv[1:])", [file.path])
                    == nil)
        }
        let swedish = try await site.system(nil).get("openapi.json")
        #expect(swedish.text.contains("Kontrollera och lämna in") && !swedish.text.contains("Check and submit"))
    }

    @Test(
        "Answers have every member that is described and no other",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func answers() async throws {
        let site = try await MachineInterfaceSite()
        let system = try await site.delivering()
        var answers: [(shape: String, answer: Answer)] = []
        for bytes in [Measures.right(), Measures.faulty, Measures.asking, []] {
            answers.append(("Check", try await system.post("checks", bytes)))
            let answer = try await system.post("deliveries", bytes)
            answers.append((answer.code == 201 ? "Receipt" : "Problem", answer))
        }
        answers.append(("Receipt", try await system.post("deliveries?confirm=V03", Measures.asking)))
        answers.append(("Receipt", try await system.get("deliveries/2013-04-0380-1")))
        answers.append(("Problem", try await system.get("deliveries?monht=1")))
        answers.append(("Problem", try await site.system(nil).get("deliveries")))
        answers.append(("Obligation", try await system.get("obligations/2013-04")))
        answers.append(("Collection", try await system.get("collections/testinsamling-2013")))
        let slow = try await MachineInterfaceSite(patience: .zero)
        let waiting = try await slow.delivering()
        for bytes in [Measures.right(), Measures.faulty] {
            let accepted = try await slow.whileBusy { try await waiting.post("deliveries", bytes) }
            answers.append(("Submission", accepted))
            let place = try #require(accepted["Location"]).replacing("/api/v1/", with: "")
            var state = try await waiting.get(place)
            while state.text.contains("checking") { state = try await waiting.get(place) }
            answers.append(("Submission", state))
        }
        let all = site.folder.url.appending(path: "answers.json")
        let texts = answers.map { "{\"shape\":\"\($0.shape)\",\"answer\":\($0.answer.text)}" }
        try Data("[\(texts.joined(separator: ","))]".utf8).write(to: all)
        let description = site.folder.url.appending(path: "openapi.json")
        try Data(try await system.get("openapi.json").bytes).write(to: description)
        #expect(try await complaint(Self.strictly, [description.path, all.path]) == nil)
    }

    /// Validates each answer by its shape, where objects may have no other members than those described.
    private static let strictly = """
        import json, sys
        from jsonschema import Draft202012Validator, FormatChecker
        description, answers = (json.load(open(path)) for path in sys.argv[1:])
        def close(shape):
            if isinstance(shape, dict):
                if shape.get("type") == "object" and "properties" in shape: shape["additionalProperties"] = False
                for part in shape.values(): close(part)
            elif isinstance(shape, list):
                for part in shape: close(part)
        close(description["components"])
        faults = []
        for number, each in enumerate(answers):
            schema = {"$ref": "#/components/schemas/" + each["shape"], "components": description["components"]}
            validator = Draft202012Validator(schema, format_checker=FormatChecker())
            faults += [(number, each["shape"], e.json_path, e.message) for e in validator.iter_errors(each["answer"])]
        sys.exit("\\n".join(map(str, faults)) if faults else 0)
        """

    @Test(
        "Whatever is asked, nothing fails inside and every answer is as described",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func propertyBased() async throws {
        let site = try await MachineInterfaceSite()
        let secret = try await site.key([.submit]).secret
        let system = site.system(secret)
        _ = try await system.post("deliveries", Measures.right())
        try await withRunningSite(site.router()) { address in
            let checks = [
                "not_a_server_error", "status_code_conformance", "content_type_conformance",
                "response_headers_conformance", "response_schema_conformance", "negative_data_rejection",
                "missing_required_header", "unsupported_method", "allow_header_conformance", "ignored_auth",
            ]
            let said = try await complaint(
                "from schemathesis.cli import schemathesis; schemathesis()",
                [
                    "run", "\(address)/api/v1/openapi.json", "--url", "\(address)/api/v1", "--header",
                    "Authorization: Bearer \(secret)", "--checks", checks.joined(separator: ","), "--phases",
                    "examples,coverage,fuzzing", "--max-examples", "20", "--max-time", "20", "--seed", "2013",
                    "--no-color", "--continue-on-failure", "--warnings", "off",
                ])
            #expect(said == nil)
        }
    }
}
