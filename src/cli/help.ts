import { formats } from './formats';

/** Columns of a line; what is told of an option begins in this one. */
const width = 104;
const indent = 23;

/** The forms of `--format`, each with what it is for. */
function formatList(): string {
  const ids = Math.max(...formats.map(({ id }) => id.length)) + 2;
  return formats
    .map(({ id, use }) => `${' '.repeat(indent)}${id.padEnd(ids)}${wrapped(use, indent + ids)}`)
    .join('\n');
}

/** A text in lines, all but the first of them indented. */
function wrapped(text: string, by: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || by + line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(by)}`);
}

/** What `--help` prints. */
export function helpText(): string {
  return `Checks scenario files: is it right, where is it wrong and why.

Usage: scrutineer check [OPTIONS] PATH…
       scrutineer merge [OPTIONS] REPORT…
       scrutineer compare [OPTIONS] BEFORE AFTER

PATH is a file, a folder (with all files below it), an archive (.zip, .gz), a pattern such as
"runs/**/*.xml", or - for standard input. Files are told apart by content, not by name.

REPORT is what check --format jsonl has written: the parts of a run that --shard divided are put
together to what the whole run would have written; other reports are put in the order of paths.

BEFORE and AFTER are reports (as check writes them in json, jsonl, sarif or xqar, and other programs
in the latter two), or files, folders and archives that are checked for it. Findings are known again
by rule, element and message, not by line: told is which are new, and which are fixed.

Options of check and merge:
  -f, --format FORMAT  how to write it (default: what the name of the output file tells, else text):
${formatList()}
  -o, --output FILE    write it to a file, such as report.html, and nothing to standard output; files
                       of one extension are told apart by the form before it, as in tests.junit.xml
      --excerpts       source lines go with the findings, where the form has a place for them
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

Options of compare, besides --output, --color and those above for what is checked:
  -f, --format FORMAT  text, json or markdown (default: what the name of the output file tells, else
                       text)
      --all            tell what remains, too, and in Markdown all instead of 200 findings

Options of check:
  -p, --pool N         check in N threads, 1 to 9999 (default: as many as the machine runs at once,
                       where that saves time, else one); -j and --jobs are the same
      --chunk-size S   bytes read and checked at a time, at most: 1K to 4M (default: 256K)
      --memory-limit S bytes of memory that one file may take, from 8M on; reaching it is a finding
                       (default: 1G)
      --shard K/N      check only part K of N parts of about the same size, for several machines:
                       given the same files, each deals them out alike

None of pool, chunk size and shard changes what is found.

Exit status: 0 no errors found, 1 errors found (by compare: errors that were none before, so that a
report that was kept serves as a baseline), 2 something could not be run (an option that does
not exist, a settings file with a mistake, a file that cannot be written, a path where nothing is, a
report that is cut off; but for the first three, all the rest is still done).
`;
}
