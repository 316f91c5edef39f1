"""The verbs of the counter, one small file each. They work without a window; the command line and the window both
call them."""
