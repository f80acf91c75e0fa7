"""What the line of ids in a workbook of replies, below the headings, calls the columns that are none of a form's."""

NUMBER, FILE, WITHDRAWN = "@svar", "@fil", "@trukket"
"""The number of the documents, the file that the reply came in, and the withdrawal."""
