"""Lists and tables as Qt models over frozen values, and the delegates that draw them."""
