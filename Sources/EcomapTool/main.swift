import Commands

Entry.run()
