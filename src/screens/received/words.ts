import type { Tool } from '../../findings/reportDocument';
import type { Arrival } from '../../session/arrival';
import type { Provenance } from '../../session/provenance';

/** Where a report comes from, to stand behind “As received”. */
export function wayWords({ way, name }: Provenance): string {
  if (name !== null) return `from ${name}`;
  switch (way) {
    case 'link':
      return 'from a link';
    case 'file':
      return 'from a file';
    case 'host':
      return 'from the page around this one';
    case 'earlier':
      return 'from an earlier visit';
  }
}

/**
 * Who made a report; where it was this program, whether in another version than the one that shows it.
 * @param own the program that shows it
 */
export function makerWords({ name, version }: Tool, own: Tool): string {
  const maker = name === '' ? 'a program that does not say its name' : name;
  const made = `made by ${version === '' ? maker : `${maker} ${version}`}`;
  const isOther = name === own.name && version !== own.version && own.version !== '';
  return isOther ? `${made}; this is ${own.version}` : made;
}

/**
 * How a report and the files at hand stand to one another, in whole sentences.
 * @param droppable whether files can be dropped here
 */
export function joinWords({ joined, report }: Arrival, droppable: boolean): string {
  if (joined === null) {
    return `The file itself is not here${droppable ? '; drop it, and each place can be seen' : ''}.`;
  }
  if (joined.by === 'content') return 'The file here is the very one that the report is about.';
  const same = report.size > 0 ? 'The name and the size' : 'The name';
  const verb = report.size > 0 ? 'are' : 'is';
  return `${same} of the file here ${verb} that of the report; its content may be another.`;
}
