import Commands

await UnderlagCommand.main()
