"""The only SQL of the point: takes a database, returns domain values."""
