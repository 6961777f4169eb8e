"""The files of a case on the screen: their list, and the viewer, which unseals nothing to the disk."""
