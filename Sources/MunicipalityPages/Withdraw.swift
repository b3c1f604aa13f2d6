import Accounts
import Checking
import Definitions
import Frame
import Hummingbird
import Register
import Vocabulary
import Web

// Taking a delivery back, and seeing what changed since another.

extension MunicipalityPages {
    func addHistory(to routes: some RouterMethods<PortalContext>) {
        let place = DeliveryPlace.pattern
        routes.get(place.withdraw.route) { _, context in
            let receipt = try await receipt(context, .withdraw)
            return context.page.withdraw(receipt, try house.collection(receipt.collection))
        }
        routes.post(place.withdraw.route, use: withdraw)
        routes.get(place.difference(since: ":earlier").route, use: difference)
    }

    private func withdraw(_ request: Request, _ context: PortalContext) async throws -> Response {
        let receipt = try await receipt(context, .withdraw)
        let person = try context.person()
        let reason = (try await Form.read(request)["skal"] ?? "").trimmingBlanks
        // Once more changes nothing.
        guard receipt.withdrawal == nil else { return .see(Path.delivery(receipt.number).text) }
        if let error = context.page.fault(in: reason, limit: WithoutFilePage.reasonLength) {
            let kept = IdentityNumber.looksLikeOne(in: reason) ? "" : reason
            return context.page.withdraw(
                receipt, try house.collection(receipt.collection), reason: kept, FormErrors("skal", error)
            ).response
        }
        do throws(RegisterError) {
            _ = try await house.register.withdraw(
                receipt.number, reason: reason, sender: person.displayName, actor: person.actor, at: context.now)
        } catch {
            if case .alreadyWithdrawn = error {} else { throw error }
        }
        return .see(Path.delivery(receipt.number).text)
    }

    private func difference(_ request: Request, _ context: PortalContext) async throws -> Document {
        let receipt = try await receipt(context, .seeDeliveries)
        let sequence = try context.number("earlier")
        let number = DeliveryNumber(month: receipt.month, municipality: receipt.municipality, sequence: sequence)
        let collection = try house.collection(receipt.collection)
        do throws(RegisterError) {
            let difference = try await house.register.difference(from: number, to: receipt.number, in: collection)
            return context.page.difference(difference, collection, Rights(context, of: receipt.municipality))
        } catch {
            switch error {
            case .noSuchDelivery, .differentCollections: throw PageError.notFound
            default: throw error
            }
        }
    }
}
