import Testing

@testable import Statistics

@Suite struct ShareTests {
    @Test(arguments: [
        (1, 8, 125), (1, 3, 333), (2, 3, 667), (0, 7, 0), (7, 7, 1000),
        // Exactly half of a tenth goes up: 0.25 % and 0.05 %.
        (1, 400, 3), (1, 2000, 1),
        // Just below it does not.
        (499, 1_000_000, 0),
        // Tabell 2: 3,189 of 7,852.
        (3189, 7852, 406),
    ])
    func `a share is rounded half away from zero`(part: Int, whole: Int, tenths: Int) {
        #expect(Share(part, of: whole)?.tenths == tenths)
    }

    @Test func `there is no share of nothing`() {
        #expect(Share(0, of: 0) == nil)
    }

    @Test func `the sum of rounded shares tells when rounding shows`() {
        #expect(Share.sum(of: [1, 1, 1]) == 999)
        #expect(Share.sum(of: [1, 1]) == 1000)
        #expect(Share.sum(of: []) == nil)
    }
}
