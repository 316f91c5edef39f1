"""The verbs of the counter, one small file each, called by the command line and the window alike."""
