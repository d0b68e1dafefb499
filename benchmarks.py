"""Speed, as ratios within one run: python benchmarks.py [--quick]. See the folder benchmarks/."""

from benchmarks.__main__ import main

if __name__ == "__main__":
    main()
