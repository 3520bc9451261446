/** What `--help` prints. */
export const helpText = `Checks scenario files: is it right, where is it wrong and why.

Usage: scrutineer check [OPTIONS] PATH…

PATH is a file, a folder (with all files below it), an archive (.zip, .gz), a pattern such as
"runs/**/*.xml", or - for standard input. Files are told apart by content, not by name.

Options:
  -l, --level LEVEL    how deep to check: syntax, structure (default: structure)
  -f, --format FORMAT  text for people, jsonl for programs: one JSON object a file (default: text)
  -j, --jobs N         threads at most (default: as many as the machine runs at once)
      --color WHEN     auto, always or never (default: auto; NO_COLOR is respected)
      --all            show every finding, also where many are of one kind
  -h, --help           print this
  -V, --version        print the version

Exit status: 0 no errors found, 1 errors found, 2 something could not be run (an option that does
not exist, a path where nothing is; the other paths are still checked).
`;
