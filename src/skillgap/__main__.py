"""``python -m skillgap``: the command where its folder is not on the PATH."""

from skillgap.cli import main

if __name__ == "__main__":
    main()
