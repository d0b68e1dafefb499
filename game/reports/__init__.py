"""The book: the whole model as one page, made from the code and the records themselves."""
