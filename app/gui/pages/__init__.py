"""The pages, one file each; the window shows one at a time."""
