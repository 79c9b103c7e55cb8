"""One reader per kind of document: the schema of the file, and the value it gives."""
