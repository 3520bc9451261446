import { grouped } from '../grouped';
import type { Paint, Style } from '../terminal';
import { oneLine, painter } from '../terminal';
import type { Comparison, FileComparison } from './compare';
import { isNewError, latest } from './compare';
import type { Change, ComparedFinding } from './findings';
import { headlineOf, noteOn, remarksOn, sayPlaces, saySeverities } from './words';

export interface CompareTextOptions {
  color: boolean;
  /** Tells what remains one by one, instead of counting it. */
  all: boolean;
}

const styles: Record<Change, Style> = { new: 'red', fixed: 'green', remaining: 'dim' };

/**
 * A comparison for people at a terminal: what is new and what is fixed, and one line on everything at
 * the end. Of what remains, what is an error only now is told too.
 */
export function* compareText(
  comparison: Comparison,
  { color, all }: CompareTextOptions,
): Generator<string> {
  const paint = painter(color);
  for (const file of comparison.files) {
    const note = file.before && file.after ? null : noteOn(file);
    if (note !== null) {
      yield `${paint(oneLine(file.path), 'bold')} is ${note}\n\n`;
    }
    for (const compared of file.findings) {
      if (all || compared.change !== 'remaining' || isNewError(compared)) {
        yield findingText(file, compared, paint);
      }
    }
  }
  for (const remark of remarksOn(comparison)) {
    yield `${paint('note', 'bold', 'cyan')}: ${oneLine(remark)}\n`;
  }
  const count = comparison.files.length;
  const files = `${grouped(count)} ${count === 1 ? 'file' : 'files'}`;
  yield `${paint(files, 'bold')} · ${headlineOf(comparison)}\n`;
}

function findingText(file: FileComparison, compared: ComparedFinding, paint: Paint): string {
  const { message, code } = latest(compared);
  // The line of a finding that is gone is one of the file as it was.
  const path = compared.change === 'fixed' ? (file.before?.path ?? file.path) : file.path;
  const what = `${compared.change} ${saySeverities(compared)}[${oneLine(code)}]`;
  const arrow = paint('  -->', 'blue');
  let text = `${paint(what, 'bold', styles[compared.change])}: ${paint(oneLine(message), 'bold')}\n`;
  text += `${arrow} ${oneLine(path)}:${sayPlaces(compared)}\n`;
  if (compared.change === 'remaining' && compared.before.message !== message) {
    text += `   ${paint('=', 'blue')} ${paint('was:', 'bold')} ${oneLine(compared.before.message)}\n`;
  }
  return `${text}\n`;
}
