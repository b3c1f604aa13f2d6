// Documents begins here.
