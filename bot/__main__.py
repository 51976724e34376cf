"""What does `python -m bot` run? The same commands as `signpost`."""

from bot.cli import main

if __name__ == "__main__":
    main()
