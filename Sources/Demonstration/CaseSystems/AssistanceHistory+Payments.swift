import Vocabulary

extension AssistanceHistory {
    /// Pays as many of the open households as the target says, and exactly as much. Of months that are extracted at
    /// once some payments are registered up to three months later, and come on top.
    mutating func pay(_ target: MonthTarget) {
        let order = dice.shuffled(open)
        let paid = Array(order.prefix(target.paid))
        let weights = paid.map { households[$0].norm * (70 + dice.below(61)) / 100 }
        for (household, amount) in zip(paid, Apportionment.divide(target.amount, by: weights, least: 200)) {
            // Now and then something special, apart.
            let special = dice.chance(12) && amount > 4_000 ? 300 + dice.below(amount / 4) : 0
            pay(household, amount - special, target.month, on: target.month.day(2 + dice.below(26)))
            if special > 0 { pay(household, special, target.month, on: target.month.day(2 + dice.below(26))) }
        }
        guard target.month >= SystemChange.firstExtracted else { return }
        // In thousandths of the month: most in the first extract after.
        for (months, thousandths) in [4 + dice.below(5), 1 + dice.below(2), dice.below(2)].enumerated() {
            let total = target.amount / 1_000 * thousandths
            let late = order.suffix(4 + months).prefix(total / 6_000) + dice.shuffled(paid).prefix(total / 4_500)
            let registered = target.month.advanced(by: months + 1)
            for (household, amount) in zip(
                late, Apportionment.divide(total, by: late.map { households[$0].norm }, least: 200))
            {
                pay(household, amount, target.month, on: registered.day(2 + dice.below(26)))
            }
        }
    }

    private mutating func pay(_ household: Int, _ amount: Int, _ month: Month, on day: Day) {
        guard let service = service[household] else { return }
        payments.append(
            PaymentEvent(household: household, service: service, date: day, amount: amount, month: month))
    }
}
