"""How fast is the matcher beside other engines? `make bench`."""
