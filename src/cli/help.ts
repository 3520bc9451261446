/** What `--help` prints. */
export const helpText = `Checks scenario files: is it right, where is it wrong and why.

Usage: scrutineer check [OPTIONS] PATH…
       scrutineer merge [OPTIONS] REPORT…

PATH is a file, a folder (with all files below it), an archive (.zip, .gz), a pattern such as
"runs/**/*.xml", or - for standard input. Files are told apart by content, not by name.

REPORT is what check --format jsonl has written: the parts of a run that --shard divided are put
together to what the whole run would have written; other reports are put in the order of paths.

Options of both:
  -f, --format FORMAT  text for people, jsonl for programs: one JSON object a file (default: text)
      --color WHEN     auto, always or never (default: auto; NO_COLOR is respected)
      --all            show every finding, also where many are of one kind
  -h, --help           print this
  -V, --version        print the version

What check tells:
      --preset PRESET  fast: syntax and structure; standard: all levels, without their notes; strict:
                       notes too, and warnings are errors (default: standard)
  -l, --level LEVEL    how deep to check: syntax, structure, semantics, project (default: project)
      --rule RULE=HOW  tell what breaks a rule as info, warning or error, or not at all: off. RULE is
                       an id that --list-rules prints, its last part, or a set: xml.*=info; can be
                       given several times
      --config FILE    the settings file for all files (default: for each file the .scrutineer.json
                       in its folder, or else the nearest in those around)
      --no-config      leave settings files aside; the options above are above them in any case
      --list-rules     print all rules, as text or, with --format json, for programs

Options of check:
  -p, --pool N         check in N threads, 1 to 9999 (default: as many as the machine runs at once,
                       where that saves time, else one); -j and --jobs are the same
      --chunk-size S   bytes read and checked at a time, at most: 1K to 4M (default: 256K)
      --memory-limit S bytes of memory that one file may take, from 8M on; reaching it is a finding
                       (default: 1G)
      --shard K/N      check only part K of N parts of about the same size, for several machines:
                       given the same files, each deals them out alike

None of pool, chunk size and shard changes what is found.

Exit status: 0 no errors found, 1 errors found, 2 something could not be run (an option that does
not exist, a settings file with a mistake, a path where nothing is, a report that is cut off; but for
the first two, all the rest is still done).
`;
