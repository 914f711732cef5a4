"""Files of the languages with braces: their outline, and how an answer is put into them."""
