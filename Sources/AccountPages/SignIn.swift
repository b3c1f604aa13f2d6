import Accounts
import Frame
import Hummingbird
import HTTPTypes
import Secrets
import Vocabulary
import Web

// Signing in. What is asked for is the method's; these pages draw its forms and carry the answers.

extension AccountPages {
    func addSignIn(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.signIn().route, use: firstStep)
        routes.post(Path.signIn().route, use: firstAnswers)
        routes.get(Path.signInCode.route, use: nextStep)
        routes.post(Path.signInCode.route, use: nextAnswers)
        routes.get(Path.signInAnswer.route, use: answersFromElsewhere)
    }

    private func firstStep(_ request: Request, _ context: PortalContext) async throws -> Response {
        if context.session != nil { return .see(context.destination.text) }
        let chosen = context.path["metod"]
        guard let method = methods.count == 1 ? methods.first : methods.first(where: { $0.id == chosen }) else {
            return context.page.signInMethods(methods.map { ($0.id, $0.title) }).response
        }
        let step = try await method.begin(from: Client(request, context), at: context.now)
        return try await answer(step, of: method, to: context, isSent: false)
    }

    private func firstAnswers(_ request: Request, _ context: PortalContext) async throws -> Response {
        let form = try await Form.read(request)
        guard let method = methods.first(where: { $0.id == form["metod"] }) else { throw PageError.notFound }
        return try await proceed(SignInAnswers(form), method, request, context)
    }

    private func nextStep(_ request: Request, _ context: PortalContext) async throws -> Response {
        guard let (method, pending) = kept(by: request) else { return beginAnew(context) }
        let step = try await method.proceed(
            SignInAnswers(pending: pending), from: Client(request, context), at: context.now)
        return try await answer(step, of: method, to: context, isSent: false)
    }

    private func nextAnswers(_ request: Request, _ context: PortalContext) async throws -> Response {
        guard let (method, pending) = kept(by: request) else { return beginAnew(context) }
        var answers = SignInAnswers(try await Form.read(request))
        answers.pending = pending
        return try await proceed(answers, method, request, context)
    }

    private func answersFromElsewhere(_ request: Request, _ context: PortalContext) async throws -> Response {
        guard let (method, pending) = kept(by: request) else { return beginAnew(context) }
        // Codes never stand in an address, and a link answers nobody's form.
        guard method.isAnsweredFromElsewhere else { throw PageError.notFound }
        var answers = SignInAnswers(try request.query())
        answers.pending = pending
        return try await proceed(answers, method, request, context)
    }

    private func proceed(
        _ answers: SignInAnswers, _ method: any SignInMethod, _ request: Request, _ context: PortalContext
    ) async throws -> Response {
        let step = try await method.proceed(answers, from: Client(request, context), at: context.now)
        return try await answer(step, of: method, to: context, isSent: answers.choice == nil)
    }

    /// - Parameter isSent: whether it answers a form, which leads on to the next page when it was right.
    private func answer(
        _ step: SignInStep, of method: any SignInMethod, to context: PortalContext, isSent: Bool
    ) async throws -> Response {
        switch step {
        case .form(let form):
            guard let pending = form.pending else { return context.page.signIn(form, method: method.id).response }
            var response: Response =
                isSent && form.problem == nil
                ? .see(context.onTheWay(to: .signInCode).text)
                : context.page.signIn(form, method: method.id).response
            stepCookie.set("\(method.id).\(pending.text)", on: &response)
            return response
        case .redirect(let address, let pending):
            // Elsewhere, at the address of a service that those who run the portal have chosen.
            var response = Response(status: .seeOther, headers: [.location: address])
            stepCookie.set("\(method.id).\(pending.text)", on: &response)
            return response
        case .signedIn(let token):
            try await endSession(before: context)
            var response = Response.see(context.destination.text)
            site.sessionCookie.set(token.text, on: &response)
            stepCookie.clear(on: &response)
            return response
        case .refused(let words):
            var response = context.page.signInRefused(words).response
            stepCookie.clear(on: &response)
            return response
        }
    }

    /// A browser has one session: the one before ends as another begins.
    func endSession(before context: PortalContext) async throws(AccountsError) {
        if let old = context.session { try await accounts.signOut(old, at: context.now) }
    }

    /// The method and the token that the step before gave the browser.
    private func kept(by request: Request) -> (any SignInMethod, Token)? {
        guard let value = stepCookie.value(in: request), let dot = value.firstIndex(of: "."),
            let method = methods.first(where: { $0.id == value[..<dot] })
        else { return nil }
        return (method, Token(String(value[value.index(after: dot)...])))
    }

    private func beginAnew(_ context: PortalContext) -> Response { .see(context.onTheWay(to: .signIn()).text) }
}

extension SignInAnswers {
    fileprivate init(_ form: Form) {
        self.init(
            values: Dictionary(form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
            choice: form["val"])
    }
}

extension PortalContext {
    /// Where whoever signs in was going: a page of ours, or the start page.
    fileprivate var destination: Path { path["till"].flatMap(Path.init(returning:)) ?? .start }

    /// A step of signing in that does not forget where the person was going.
    fileprivate func onTheWay(to step: Path) -> Path { step.with("till", path["till"]) }
}
