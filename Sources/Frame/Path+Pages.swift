public import Register
public import Vocabulary

// Open to all.
extension Path {
    /// The first page.
    public static let home = Path()
    /// The word before a file's number in the address of the file with what was found marked in it.
    public static let markedCopy = "markerad"
    /// Signing in (*logga in*); `returning` is where the person was going.
    public static func signIn(returning path: Path? = nil) -> Path {
        Path("logga-in").with("till", path?.text)
    }
    /// The one-time code (*engångskod*).
    public static let signInCode = Path("logga-in", "kod")
    /// A forgotten password.
    public static let forgottenPassword = Path("glomt-losenord")
    /// A new password, by the link of a mail.
    public static func newPassword(_ token: String) -> Path { Path("nytt-losenord", token) }
    /// An invitation (*inbjudan*), by the link of a mail.
    public static func invitation(_ token: String) -> Path { Path("inbjudan", token) }
    /// The accessibility statement (*tillgänglighetsredogörelse*).
    public static let accessibility = Path("tillganglighetsredogorelse")
    /// Cookies (*kakor*).
    public static let cookies = Path("kakor")
    /// How personal data are treated (*personuppgifter*).
    public static let privacy = Path("personuppgifter")
    /// Who to ask (*kontakt*).
    public static let contact = Path("kontakt")
    /// For case systems (*API*).
    public static let api = Path("api")
    /// Reports to committees that are open to all (*rapporter*).
    public static let publishedReports = Path("rapporter")
    /// The word list (*ordlista*).
    public static let glossary = Path("ordlista")
}

// Everybody who has signed in.
extension Path {
    /// The start page (*start*).
    public static let start = Path("arbete")
    /// Signing out (*logga ut*).
    public static let signOut = Path("arbete", "logga-ut")
    /// Asking for more time in the session (*fortsätt arbeta*).
    public static let keepWorking = Path("arbete", "fortsatt")
    /// One's own account (*mitt konto*).
    public static let account = Path("arbete", "konto")
    /// The access log (*händelser*).
    public static let log = Path("arbete", "handelser")
    /// Questions and answers (*frågor*); the authority sees all, a municipality its own.
    public static let questions = Path("arbete", "fragor")
    /// One question with its answers.
    public static func question(_ number: Int) -> Path { questions.under(String(number)) }
}

// A municipality's work.
extension Path {
    /// What can be delivered (*lämna uppgifter*).
    public static let deliver = Path("arbete", "lamna")
    /// Delivering a month.
    public static func deliver(_ month: Month) -> Path { deliver.under(month.iso) }
    /// Nothing to report for a month (*inget att rapportera*).
    public static func nothingToReport(_ month: Month) -> Path { deliver(month).under("inget") }
    /// Declining with a reason (*avstå med motivering*).
    public static func decline(_ month: Month) -> Path { deliver(month).under("avsta") }
    /// The comments form of a collection (*synpunkter*).
    public static func comments(_ month: Month) -> Path { deliver(month).under("synpunkter") }
    /// Trying a file without delivering (*testa en fil*).
    public static let tryFile = Path("arbete", "testa")
    /// A file on its way in (*utkast*).
    public static func draft(_ token: String) -> Path { Path("arbete", "utkast", token) }
    /// All deliveries (*leveranser*).
    public static let deliveries = Path("arbete", "leveranser")
    /// A delivery with its receipt (*leverans, kvitto*).
    public static func delivery(_ number: DeliveryNumber) -> Path { deliveries.under(number.description) }
    /// The months of a year (*årsöversikt*).
    public static func year(_ year: Int) -> Path { Path("arbete", "ar", String(year)) }
    /// The municipality's people and contacts (*vår kommun*).
    public static let ourMunicipality = Path("arbete", "var-kommun")
    /// The municipality's own questions and their answers (*frågor*).
    public static let ourQuestions = ourMunicipality.under("fragor")
    /// One of the municipality's questions.
    public static func ourQuestion(_ number: Int) -> Path { ourQuestions.under(String(number)) }
    /// Keys for programs (*API-nycklar*).
    public static let apiKeys = Path("arbete", "var-kommun", "nycklar")
    /// Reports to committees (*rapporter*).
    public static let reports = Path("arbete", "rapporter")
    /// Help with them.
    public static let reportHelp = reports.under("hjalp")
    /// Help (*hjälp*).
    public static let help = Path("arbete", "hjalp")
}

// The authority's work.
extension Path {
    /// The periods that are collected (*insamling*).
    public static let collecting = Path("arbete", "insamling")
    /// Who has delivered and who has not, for a month.
    public static func collecting(_ month: Month) -> Path { collecting.under(month.iso) }
    /// A municipality's twelve months.
    public static func collecting(_ month: Month, _ municipality: Municipality) -> Path {
        collecting(month).under(municipality.code)
    }
    /// Writing reminders (*påminnelser*).
    public static func reminders(_ month: Month) -> Path { collecting(month).under("paminnelser") }
    /// More time for a municipality (*anstånd*).
    public static func moreTime(_ month: Month, _ municipality: Municipality) -> Path {
        collecting(month, municipality).under("anstand")
    }
    /// Deliveries that wait for review (*granska*).
    public static let review = Path("arbete", "granska")
    /// A delivery under review.
    public static func review(_ number: DeliveryNumber) -> Path { review.under(number.description) }
    /// Free texts to place in the model (*koda om*).
    public static let recode = Path("arbete", "granska", "koda-om")
    /// What else the authority keeps (*register*).
    public static let registry = Path("arbete", "register")
    /// Packages of what came in (*uttag*).
    public static let exports = Path("arbete", "register", "uttag")
    /// What answering costs (*uppgiftslämnarbörda*).
    public static let burden = Path("arbete", "register", "borda")
    /// A changed definition tried on stored deliveries (*pröva en ändring*).
    public static let preview = Path("arbete", "register", "prova")
    /// Organisations, people and roles (*användare*).
    public static let people = Path("arbete", "register", "anvandare")
    /// The comments of a collection, compiled (*synpunkter*).
    public static let compiledComments = Path("arbete", "register", "synpunkter")
}
