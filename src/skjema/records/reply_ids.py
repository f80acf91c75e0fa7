"""What the line of ids in a workbook of replies, below the headings, calls the columns that are none of a form's."""

NUMBER, FILE, WITHDRAWN = "@svar", "@fil", "@trukket"
"""The number of the documents, the file that the reply came in, and the withdrawal."""
READ = "@lest"
"""A digest of the file, and of what was read of it: a later collecting knows by it whether both are still the same."""
