"""Setting a point up, step by step: where, by which notice, who, the recovery sheet."""
