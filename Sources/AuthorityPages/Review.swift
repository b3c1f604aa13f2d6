import Frame
import Hummingbird

extension AuthorityPages {
    /// What is done with deliveries after they came.
    func addReview(to routes: RouterGroup<PortalContext>) {
        let memory = ReviewMemory(house)
        ReviewPages(house: house, memory: memory).add(to: routes)
        RecodePages(house: house, memory: memory).add(to: routes)
        ExportPages(house, signingKey).add(to: routes)
        BurdenPages(house: house).add(to: routes)
        PreviewPages(house).add(to: routes)
        CompiledCommentsPages(house: house).add(to: routes)
    }
}
