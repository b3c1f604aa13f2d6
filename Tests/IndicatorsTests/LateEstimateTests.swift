import Testing

@testable import Indicators

@Suite("What is still to come")
struct LateEstimateTests {
    /// Taylor and Ashe (1983), the triangle Mack (1993) works through.
    static let taylorAshe: [[Double]] = [
        [357_848, 1_124_788, 1_735_330, 2_218_270, 2_745_596, 3_319_994, 3_466_336, 3_606_286, 3_833_515, 3_901_463],
        [352_118, 1_236_139, 2_170_033, 3_353_322, 3_799_067, 4_120_063, 4_647_867, 4_914_039, 5_339_085],
        [290_507, 1_292_306, 2_218_525, 3_235_179, 3_985_995, 4_132_918, 4_628_910, 4_909_315],
        [310_608, 1_418_858, 2_195_047, 3_757_447, 4_029_929, 4_381_982, 4_588_268],
        [443_160, 1_136_350, 2_128_333, 2_897_821, 3_402_672, 3_873_311],
        [396_132, 1_333_217, 2_180_715, 2_985_752, 3_691_712],
        [440_832, 1_288_463, 2_419_861, 3_483_130],
        [359_480, 1_421_128, 2_864_498],
        [376_686, 1_363_294],
        [344_014],
    ]

    @Test("is what Mack published, month by month")
    func published() throws {
        let estimate = try #require(chainLadder(Self.taylorAshe))
        let remaining = estimate.months.map { $0.remaining.rounded() }
        #expect(
            remaining == [0, 94_634, 469_511, 709_638, 984_889, 1_419_459, 2_177_641, 3_920_301, 4_278_972, 4_625_811])
        let errors = estimate.months.map { ($0.standardError / 1000).rounded() }
        #expect(errors == [0, 76, 122, 134, 261, 411, 558, 875, 971, 1363])
    }

    @Test("has an interval about what is expected, and none where no month has been seen later")
    func interval() throws {
        let estimate = try #require(chainLadder(Self.taylorAshe))
        #expect(estimate.months[0].ultimate == 3_901_463 && estimate.months[0].interval == nil)
        let month = estimate.months[4]
        let interval = try #require(month.interval)
        #expect(interval.contains(month.ultimate))
        #expect(abs((interval.upperBound - interval.lowerBound) / (2 * 1.96 * month.standardError) - 1) < 0.01)
    }

    @Test("is not made of too little")
    func tooLittle() {
        #expect(GrowthTriangle(rows: []) == nil)
        #expect(GrowthTriangle(rows: [[1], [1, 2]]) == nil)
        #expect(chainLadder([[1, 2], [1]]) == nil)
        #expect(chainLadder([[0, 2, 3], [1, 2], [1]]) == nil)
        #expect(chainLadder([[1, 2, 3], [1, 2], [1]]) == nil)
    }

    private func chainLadder(_ rows: [[Double]]) -> LateEstimate? {
        GrowthTriangle(rows: rows).flatMap { LateEstimate($0) }
    }
}
