internal import CXlsxWriter

/// What may be entered in a cell (*dataverifiering*), and what the program says about it.
public struct CellValidation: Sendable {
    /// What the cell accepts.
    public var rule: Rule
    /// Shown beside the cell when it is chosen: a title of at most 32 characters and a message of at most 255.
    public var prompt: Message?
    /// Shown when something else is entered, within the same limits.
    public var refusal: Message?
    /// What happens when something else is entered.
    public var severity: Severity
    /// Whether a cell may be left empty.
    public var allowsBlank: Bool

    /// What a cell accepts.
    public enum Rule: Sendable {
        /// One of these; together at most 255 characters with a comma between them, and none with a comma in it.
        case list([String])
        /// One of the cells of a range, as a formula: `=Koder!$A$2:$A$12`.
        case listFrom(String)
        /// A whole number within the range.
        case whole(ClosedRange<Int>)
        /// At most this many characters.
        case length(ClosedRange<Int>)
        /// What makes a formula true, in English function names: `=OR(A2="X",AND(ISNUMBER(A2),A2<=31))`.
        case formula(String)
        /// Anything: only the prompt is wanted.
        case anything
    }

    /// What happens when something else is entered.
    public enum Severity: Sendable {
        /// It is refused.
        case stop
        /// The user is asked whether to keep it.
        case warning
        /// The user is told.
        case information
    }

    /// A title and a message.
    public struct Message: Sendable {
        /// At most 32 characters.
        public var title: String
        /// At most 255 characters.
        public var text: String

        /// A message of at most 255 characters under a title of at most 32.
        public init(title: String, text: String) {
            self.title = title
            self.text = text
        }
    }

    /// A validation.
    public init(
        _ rule: Rule, prompt: Message? = nil, refusal: Message? = nil, severity: Severity = .stop,
        allowsBlank: Bool = true
    ) {
        self.rule = rule
        self.prompt = prompt
        self.refusal = refusal
        self.severity = severity
        self.allowsBlank = allowsBlank
    }
}

extension WorkbookSheetWriter {
    /// Applies `validation` to every cell of `range`. Throws `tooLong` or `notAllowed` for what the format refuses.
    public func validate(_ range: CellRange, _ validation: CellValidation) throws(WorkbookError) {
        let area = try at(range)
        var options = lxw_data_validation()
        options.ignore_blank = flag(validation.allowsBlank)
        options.show_input = flag(validation.prompt != nil)
        options.show_error = flag(true)
        options.error_type = UInt8(validation.severity.code.rawValue)
        options.dropdown = flag(true)
        var values: [String] = []
        switch validation.rule {
        case .list(let choices):
            guard !choices.contains(where: { $0.contains(",") || $0.isEmpty }), !choices.isEmpty else {
                throw .notAllowed(choices.joined(separator: ", "))
            }
            options.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            values = choices
        case .listFrom(let formula):
            options.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            values = [formula]
        case .whole(let bounds):
            options.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            options.within(bounds)
        case .length(let bounds):
            options.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
            options.within(bounds)
        case .formula(let formula):
            options.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
            values = [formula]
        case .anything:
            options.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
        }
        let prompt = validation.prompt
        let refusal = validation.refusal
        let texts = CStrings(
            [prompt?.title ?? "", prompt?.text ?? "", refusal?.title ?? "", refusal?.text ?? ""] + values)
        options.input_title = texts[0]
        options.input_message = texts[1]
        options.error_title = texts[2]
        options.error_message = texts[3]
        let sheet = try sheet
        if case .list = validation.rule {
            options.value_list = texts.list(from: 4)
        } else {
            options.value_formula = texts[4]
        }
        let code = withExtendedLifetime(texts) {
            worksheet_data_validation_range(
                sheet, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn, &options)
        }
        try check(
            code, refusal?.text ?? values.joined(separator: ","), row: range.rows.lowerBound,
            column: range.columns.lowerBound)
    }

    private func flag(_ on: Bool) -> UInt8 {
        UInt8((on ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
    }
}

extension lxw_data_validation {
    fileprivate mutating func within(_ bounds: ClosedRange<Int>) {
        criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        minimum_number = Double(bounds.lowerBound)
        maximum_number = Double(bounds.upperBound)
    }
}

extension CellValidation.Severity {
    fileprivate var code: lxw_validation_error_types {
        switch self {
        case .stop: LXW_VALIDATION_ERROR_TYPE_STOP
        case .warning: LXW_VALIDATION_ERROR_TYPE_WARNING
        case .information: LXW_VALIDATION_ERROR_TYPE_INFORMATION
        }
    }
}
