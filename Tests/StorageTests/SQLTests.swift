import Storage
import Testing

@Suite("A statement written as a string")
struct SQLTests {
    @Test("A value is bound and never becomes text of the statement")
    func boundValues() {
        let name = "'; DROP TABLE person; --"
        let sql: SQL = "SELECT * FROM person WHERE name = \(name) AND age > \(17)"
        #expect(sql.text == "SELECT * FROM person WHERE name = $1 AND age > $2")
        guard case .text(name) = sql.values[0], case .integer(17) = sql.values[1] else {
            Issue.record("bound \(sql.values)")
            return
        }
    }

    @Test("A part keeps its values, numbered where it stands")
    func parts() {
        let conditions: [SQL] = ["a = \(1)", "b IS NULL", "c = \(3)"]
        let sql: SQL = "SELECT \(0) WHERE \(SQL.joined(conditions, by: " AND ")) LIMIT \(9)"
        #expect(sql.text == "SELECT $1 WHERE a = $2 AND b IS NULL AND c = $3 LIMIT $4")
        let numbers = sql.values.map { if case .integer(let number) = $0 { number } else { -1 } }
        #expect(numbers == [0, 1, 3, 9])
    }

    @Test("Nothing is bound as NULL")
    func null() {
        let missing: Int? = nil
        let sql: SQL = "VALUES (\(missing))"
        guard case .null = sql.values[0] else {
            Issue.record("bound \(sql.values)")
            return
        }
    }
}
