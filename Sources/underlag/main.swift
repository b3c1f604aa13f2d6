import ArgumentParser
import Commands
import SQLiteStorage

await Engine.$open.withValue({ folder in try SQLiteDatabase(folder: folder) }) {
    await UnderlagCommand.main()
}
