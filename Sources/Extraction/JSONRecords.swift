import CYajl
import Tabular

/// Feeds the objects of a JSON document to a mapper as they come, in memory bounded by one object.
///
/// The records are the objects of a list that is the document itself or stands under a name of it ("Result"). Of a
/// record, its own values and those of the objects in its lists are read; what lies deeper is passed over.
final class JSONRecords {
    /// Most levels of lists and objects.
    static let mostLevels = 32
    /// Most bytes of one record, or of one text.
    static let mostBytes = 4 << 20

    private let mapper: RecordMapper
    private let listName: String
    private var layout = RecordLayout()
    private var record = RawRecord()
    private var number = 0
    private var source: Mapping.Source?
    private var skipped: Set<String> = []
    /// Lists of the first record, empty ones too, which tell what it is.
    private var listNames: Set<String> = []
    private var isBeyondLimits = false
    private var isUnknown = false
    private var bytesSinceEvent = 0
    /// Scalars beside the list of records: TotalNumberOfRecords, ModifiedAfter.
    private(set) var envelope: [String: String] = [:]

    // Where the parser is.
    private var level = 0
    private var recordLevel: Int?
    private var rootKey = ""
    private var isInRecords = false
    private var key: String?
    private var list: (name: String, level: Int)?
    private var item: Int?

    init(records: String, into mapper: RecordMapper) {
        listName = records.folded
        self.mapper = mapper
    }

    /// Reads a whole document.
    func read(_ file: FileBytes) -> ExtractionReport.File {
        run { feed in
            file.withBytes { bytes in
                // After a byte order mark, which is no JSON.
                let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
                for offset in stride(from: start, to: bytes.count, by: 64 << 10) {
                    let piece = UnsafeRawBufferPointer(rebasing: bytes[offset..<min(offset + (64 << 10), bytes.count)])
                    guard feed(piece.bindMemory(to: UInt8.self)) else { return }
                }
            }
        }
        return finish()
    }

    /// Parses what `pieces` feeds, until it is told to stop.
    func run(_ pieces: (_ feed: (UnsafeBufferPointer<UInt8>) -> Bool) -> Void) {
        var callbacks = Self.callbacks
        withUnsafePointer(to: &callbacks) { callbacks in
            guard let handle = yajl_alloc(callbacks, nil, Unmanaged.passUnretained(self).toOpaque()) else {
                return mapper.fail(.beyondLimits(record: 1))
            }
            defer { yajl_free(handle) }
            pieces { piece in
                bytesSinceEvent += piece.count
                guard bytesSinceEvent <= Self.mostBytes else {
                    fail()
                    return false
                }
                let status = yajl_parse(handle, piece.baseAddress, piece.count)
                if status != yajl_status_ok { fail() }
                return status == yajl_status_ok
            }
            if mapper.report.problem == nil, yajl_complete_parse(handle) != yajl_status_ok {
                mapper.fail(.cut(record: number + 1))
            } else if mapper.report.problem == nil, level > 0 {
                mapper.fail(.cut(record: number + 1))
            }
        }
    }

    private func fail() {
        if isUnknown { return mapper.fail(.notRecognised) }
        mapper.fail(
            isBeyondLimits || bytesSinceEvent > Self.mostBytes
                ? .beyondLimits(record: number + 1) : .broken(record: number + 1))
    }

    func finish() -> ExtractionReport.File { mapper.finish(layout, skipped: skipped) }

    // MARK: - What the parser says

    fileprivate func open(isList: Bool) -> Bool {
        bytesSinceEvent = 0
        level += 1
        guard level <= Self.mostLevels else {
            isBeyondLimits = true
            return false
        }
        if let recordLevel {
            if level == recordLevel + 1, let key {
                if isList { open(list: key) } else { skip(key) }
            }
            if !isList, let list, level == list.level + 1, let place = layout.list(list.name) {
                item = place
                record.beginItem(of: place)
            }
        } else if isList {
            isInRecords = level == 1 || (level == 2 && rootKey == listName)
        } else if isInRecords {
            recordLevel = level
            record.clear()
            number += 1
            record.number = number
        }
        key = nil
        return true
    }

    fileprivate func close(isList: Bool) -> Bool {
        bytesSinceEvent = 0
        defer { level -= 1 }
        key = nil
        if let recordLevel {
            if level == recordLevel {
                self.recordLevel = nil
                return takeRecord()
            }
            if let list, level == list.level { self.list = nil }
            if let list, level == list.level + 1 { item = nil }
        } else if isList, level <= 2 {
            isInRecords = false
        }
        return true
    }

    private func takeRecord() -> Bool {
        if source == nil {
            let found = mapper.mapping.recognise(Set(layout.names).union(skipped).union(listNames))
            guard let found else {
                isUnknown = true
                return false
            }
            source = found
            mapper.recognise(found, layout, hasHeader: false)
        }
        mapper.take(record, layout)
        return true
    }

    fileprivate func name(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        bytesSinceEvent = 0
        guard text.count <= 200 else {
            isBeyondLimits = true
            return false
        }
        let name = mapper.mapping.name(of: String(decoding: text, as: UTF8.self))
        key = name
        if level == 1, recordLevel == nil { rootKey = name }
        return true
    }

    fileprivate func value(_ text: UnsafeBufferPointer<UInt8>?) -> Bool {
        bytesSinceEvent = 0
        guard let key else { return true }
        guard let recordLevel else {
            if level == 1, let text, text.count <= 100 { envelope[key] = String(decoding: text, as: UTF8.self) }
            return true
        }
        if level == recordLevel {
            guard !mapper.mapping.isDropped(key) else { return skip(key) }
            guard let slot = layout.column(key) else { return tooMany() }
            if let text { record.set(slot, text) }
        } else if let item, let list, level == list.level + 1 {
            let name = "\(list.name).\(key)"
            guard !mapper.mapping.isDropped(name) else { return skip(name) }
            guard let slot = layout.column(key, of: item) else { return tooMany() }
            if let text { record.setInItem(slot, text) }
        }
        guard record.bytes.count <= Self.mostBytes else { return tooMany() }
        return true
    }

    private func open(list name: String) {
        list = (name, level)
        if source == nil { listNames.insert(name) }
    }

    @discardableResult
    private func skip(_ name: String) -> Bool {
        if skipped.count < RecordLayout.mostNames { skipped.insert(name) }
        return true
    }

    private func tooMany() -> Bool {
        isBeyondLimits = true
        return false
    }

    private static let callbacks = yajl_callbacks(
        yajl_null: { reader(of: $0).value(nil) ? 1 : 0 },
        yajl_boolean: { context, value in
            let text: StaticString = value == 0 ? "false" : "true"
            return text.withUTF8Buffer { reader(of: context).value($0) } ? 1 : 0
        },
        yajl_integer: nil, yajl_double: nil,
        yajl_number: { context, text, length in
            text.map {
                $0.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
                    reader(of: context).value(UnsafeBufferPointer(start: bytes, count: length))
                }
            } == true ? 1 : 0
        },
        yajl_string: { context, text, length in
            reader(of: context).value(UnsafeBufferPointer(start: text, count: length)) ? 1 : 0
        },
        yajl_start_map: { reader(of: $0).open(isList: false) ? 1 : 0 },
        yajl_map_key: { context, text, length in
            reader(of: context).name(UnsafeBufferPointer(start: text, count: length)) ? 1 : 0
        },
        yajl_end_map: { reader(of: $0).close(isList: false) ? 1 : 0 },
        yajl_start_array: { reader(of: $0).open(isList: true) ? 1 : 0 },
        yajl_end_array: { reader(of: $0).close(isList: true) ? 1 : 0 })
}

/// The reader that a parse belongs to; held by the caller of `run` for as long as it parses.
private func reader(of context: UnsafeMutableRawPointer?) -> JSONRecords {
    Unmanaged<JSONRecords>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
}
