"""Before the casebook is open: the first start and the way in. Imports little, for the first paint waits."""
