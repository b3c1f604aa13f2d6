extension Municipality {
    /// What the municipality is called in full: "Uppsala kommun", "Österåkers kommun", "Falu kommun".
    public var fullName: String {
        // The genitive of place names: no s after a vowel or an s.
        guard name != "Falun" else { return "Falu kommun" }
        let last = name.last?.lowercased() ?? ""
        return name + ("aeiouyåäösxz".contains(last) ? "" : "s") + " kommun"
    }
}
