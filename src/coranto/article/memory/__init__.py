"""What an outlet's pages have in common: lines that come back on page after page are furniture, not articles.

`sheet_of` notes the lines of one page, `recall` says which of them are repeated on the pages beside it, `tell`
cleans the page with that. `learn` remembers a batch of pages without an archive.
"""
