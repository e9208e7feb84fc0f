"""What the languages of letters need: dates, numbers, agreement, forms of address, direction."""
