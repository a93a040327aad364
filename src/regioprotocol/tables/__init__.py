"""Product code tables as spreadsheets show them: rows of text, what a sheet would change, and the edits for it.

Pure: sheets and tables come in as records, changes and edits go out; reading and writing files happens elsewhere.
"""
