# Run `just` to see what there is.
default:
    @just --list

test:
    uv run pytest

lint:
    uv run ruff check
    uv run ruff format --check

types:
    uv run mypy

imports:
    uv run lint-imports

format:
    uv run ruff check --fix
    uv run ruff format

# docs/commands.md and the text of --help, from what the commands say
page:
    uv run python -m verbale.cli.page docs/commands.md src/verbale/cli/help.txt

# The records of the example anew, to be read as a diff
golden:
    uv run python tests/golden/test_golden.py

demo:
    uv run verbale demo

# Accuracy of records: just bench DOCS GOLD
bench docs gold:
    uv run python benchmarks/records.py {{docs}} {{gold}}
