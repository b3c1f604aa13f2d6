import Definitions
import Testing
import Vocabulary

@testable import Statistics

@Suite struct PopulationTests {
    @Test func `the population of 2012 adds to what Bilaga 3 prints`() throws {
        let text = try #require(try DefinitionLibrary.embedded().text("population/2012-11-01.csv"))
        let population = try #require(Population(text))
        #expect(population.municipalities.count == 72)
        #expect(population.municipalities.values.reduce(0, +) == 3_578_840)
        #expect(population.municipalities[try #require(Municipality(code: "0180"))] == 880_008)
        #expect(population.date == "2012-11-01")
        // "cirka 37 procent av landets befolkning"
        #expect(Share(3_578_840, of: population.nation)?.tenths == 375)
    }

    @Test(arguments: [
        "kod;namn\n00;Riket", "kod\n00;Riket;tio;2012;x", "kod\n0180;Stockholm;1;2012;x", "kod\n9999;X;1;2012;x",
    ])
    func `a file of another kind is no population`(text: String) {
        #expect(Population(text) == nil)
    }
}
