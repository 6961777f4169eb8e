"""A monkey: clicks and types at random, and looks after each step whether everything still stands."""
