"""`python -m coranto` is the command line."""

from coranto.cli import main

if __name__ == "__main__":
    main()
