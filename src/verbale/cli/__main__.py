"""`python -m verbale.cli`."""

from verbale.cli import main

main()
