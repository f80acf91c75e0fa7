"""Files of every kind, read and written for what they hold; nothing here knows a form."""
