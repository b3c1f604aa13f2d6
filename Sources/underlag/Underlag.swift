import ArgumentParser
import Commands
import SQLiteStorage

/// The way in: the only place that knows which storage engine it is.
@main
struct Underlag {
    static func main() async {
        Engine.use { folder in try SQLiteDatabase(folder: folder) }
        await UnderlagCommand.main()
    }
}
