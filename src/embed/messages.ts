import {
  embedThemes,
  protocolVersion,
  type HostMessage,
  type MessageId,
  type Opening,
  type PostedFile,
} from './protocol';

/** Files that can be handed over at once. */
const maxFiles = 2000;
/** Characters of an id, of a name, of a link; browsers cut longer addresses. */
const maxId = 200;
const maxName = 2000;
const maxLink = 2_000_000;
/** Characters of the text of a report. */
const maxReport = 128 * 1024 * 1024;

/** A message for the viewer that is not well-formed, and what is wrong with it. */
export interface BadMessage {
  type: 'bad';
  /** As far as it has one. */
  id: MessageId | null;
  /** A whole sentence. */
  problem: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what somebody posted, which may be anything. Null for what is no message to the viewer at
 * all: pages and extensions post many things to any frame. Never throws.
 */
export function readMessage(data: unknown): HostMessage | BadMessage | null {
  if (!isFields(data) || !('scrutineer' in data)) return null;
  const id = isId(data['id']) ? data['id'] : null;
  const bad = (problem: string): BadMessage => ({ type: 'bad', id, problem });
  if (data['scrutineer'] !== protocolVersion) {
    return bad(`This viewer speaks version ${protocolVersion} of the protocol alone.`);
  }
  if (id === null) {
    return bad(`A message needs an id: a number, or a text of at most ${maxId} characters.`);
  }
  switch (data['type']) {
    case 'ping':
      return { type: 'ping', id };
    case 'open': {
      const opening = readOpening(data);
      return typeof opening === 'string' ? bad(opening) : { type: 'open', id, opening };
    }
    case 'select': {
      const index = data['index'];
      if (index !== null && !isIndex(index)) return bad('What is selected is an index, or null.');
      return { type: 'select', id, index };
    }
    case 'theme': {
      const theme = embedThemes.find((one) => one === data['theme']);
      return theme ? { type: 'theme', id, theme } : bad(`A theme is ${listed(embedThemes)}.`);
    }
    default:
      return bad('This viewer knows ping, open, select and theme.');
  }
}

/** What is to be opened, or what is wrong with it. */
function readOpening({ file, report, link, name = 'report.json' }: Fields): Opening | string {
  const given = [file, report, link].filter((one) => one !== undefined);
  if (given.length === 0) return { what: 'nothing' };
  if (given.length > 1) return 'What is opened is one of file, report and link.';
  if (file !== undefined) return readFiles(Array.isArray(file) ? (file as unknown[]) : [file]);
  if (link !== undefined) {
    if (typeof link !== 'string' || link.length > maxLink) return 'A link is a text.';
    return { what: 'link', fragment: link.slice(link.indexOf('#') + 1) };
  }
  if (!isName(name)) return `A name has 1 to ${maxName} characters.`;
  const text = typeof report === 'string' ? report : asJson(report);
  if (text === null || text.length > maxReport) return 'A report is its text, or its JSON.';
  return { what: 'report', file: { name, bytes: new Blob([text]) } };
}

function readFiles(files: readonly unknown[]): Opening | string {
  if (files.length === 0 || files.length > maxFiles) return `Files are 1 to ${maxFiles}.`;
  const posted: PostedFile[] = [];
  for (const file of files) {
    if (!isFields(file) || !isName(file['name'])) {
      return `A file has a name of 1 to ${maxName} characters.`;
    }
    const bytes = asBlob(file instanceof Blob ? file : file['bytes']);
    if (bytes === null) {
      return 'A file’s bytes are an ArrayBuffer, a Uint8Array, a Blob or a text.';
    }
    posted.push({ name: file['name'], bytes });
  }
  return { what: 'files', files: posted };
}

/** The text of a report that came as an object, or null: objects may refer to themselves. */
function asJson(report: unknown): string | null {
  if (!isFields(report)) return null;
  try {
    return JSON.stringify(report);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Bytes as they may come: all of them readable more than once, as a Blob is. */
function asBlob(bytes: unknown): Blob | null {
  if (bytes instanceof Blob) return bytes;
  if (bytes instanceof ArrayBuffer || typeof bytes === 'string') return new Blob([bytes]);
  if (!(bytes instanceof Uint8Array)) return null;
  // Memory that is shared with other threads may change while it is read; a Blob refuses it.
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer ? new Blob([bytes as Uint8Array<ArrayBuffer>]) : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isId(value: unknown): value is MessageId {
  return (
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && value.length <= maxId)
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxName;
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
