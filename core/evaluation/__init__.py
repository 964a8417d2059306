"""Score the program's rows against gold files (annotation guide, output contract)."""
