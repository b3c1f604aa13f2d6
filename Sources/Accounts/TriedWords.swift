/// What those who guess passwords try first, in small letters: the words that lists of leaked passwords are full of, in
/// Swedish and English, and the words of this service. A password is judged by what is left without them.
enum TriedWords {
    static let all = keyboard + passwords + loved + times + service

    /// Fingers along the keyboard; runs such as 1234 and abcd are found by `PasswordRules`.
    private static let keyboard = words(
        """
        qwertyuiopå qwertyuiop qwertyui qwerty qwertz azerty qazwsxedc qazwsx asdfghjklöä asdfghjkl asdfgh asdf zxcvbnm
        zxcvbn zxcv 1q2w3e4r5t 1q2w3e4r 1q2w3e 1qaz2wsx q1w2e3r4 poiuytrewq lkjhgfdsa mnbvcxz 147258369 159753 qwe asd zxc
        """)

    private static let passwords = words(
        """
        lösenordet lösenord losenord hemligt hemlig kodord inloggning password passw0rd p@ssw0rd p@ssword pa55word passord
        passwort secret welcome välkommen valkommen changeme letmein login admin administrator administratör master
        root user användare guest gäst test testing default temporary tillfällig sesam öppna abc123 trustno1 access
        """)

    private static let loved = words(
        """
        iloveyou jagälskardig jagalskardig älskling alskling älskar prinsessa princess sunshine solsken football fotboll
        hockey baseball basketball superman batman spiderman starwars pokemon minecraft dragon monkey shadow freedom
        whatever michael jordan jennifer charlie daniel jessica ashley thomas robert anders johan erik maria anna emma
        linda hannah sverige stockholm göteborg malmö hammarby djurgården djurgarden liverpool arsenal chelsea volvo saab
        blomma flower kärlek summer winter spring autumn computer dator internet google facebook microsoft windows
        hello hejsan hejhej hej mamma pappa mother father family familj jesus angel ängel lovely love fuckyou fuck
        """)

    private static let times = words(
        """
        sommaren sommar vintern vinter hösten höst våren vår måndag tisdag onsdag torsdag fredag lördag söndag januari
        februari mars april maj juni juli augusti september oktober november december january february march june july
        august october monday tuesday wednesday thursday friday saturday sunday 2019 2020 2021 2022 2023 2024 2025 2026
        2027 2028 2029 2030
        """)

    private static let service = words(
        """
        underlag lämna lamna statistik statistics uppgifter uppgiftslämnare samordnare granskare läsare publicerare
        kommunen kommun municipality socialtjänsten socialtjänst socialtjanst socialförvaltningen socialförvaltning
        ekonomisktbistånd ekonomiskt bistånd bistand socialstyrelsen myndighet försörjningsstöd
        """)

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
