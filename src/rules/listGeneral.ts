import type { Severity } from '../findings/finding';
import type { RuleInfo } from './rule';

/*
 * The rules that hold for every file, whatever its format: that it can be fetched, unpacked, read
 * and checked. They are of the syntax level, since what cannot be read cannot be checked.
 */

/** A rule's name within its family, how bad a violation is, what it asks, and why. */
type Row = readonly [name: string, severity: Severity, meaning: string, asks: string];

const xml: readonly Row[] = [
  [
    'well_formed',
    'critical',
    'An XML document of no known format is well-formed',
    'A document that cannot be told to be of any format is read as XML all the same, so that the place where it goes wrong can be shown. Behind a mistake of this kind nothing is read.',
  ],
];

const files: readonly Row[] = [
  [
    'file.other-format',
    'error',
    'The file is of a format that is checked here',
    'The file is XML, but its root element is that of no format that is known here. How bad that is depends on how it came: a file that was named, or that has the extension of a known format, was expected to be one; what merely lay in a folder is only mentioned.',
  ],
  [
    'file.not-xml',
    'critical',
    'A file that is expected to be a document is XML',
    'What the file holds is plainly something else: a picture, an archive of another kind, a web page. What merely lay in a folder is only mentioned.',
  ],
  [
    'file.not-found',
    'critical',
    'The file is still where it was',
    'Between being chosen and being read, the file was moved, renamed or deleted.',
  ],
  [
    'file.no-permission',
    'critical',
    'The file may be read',
    'The system, or the browser, refuses to open the file for reading.',
  ],
  [
    'file.is-folder',
    'critical',
    'What is to be read is a file',
    'A folder stands where a file was expected, so there are no bytes to read.',
  ],
  [
    'file.changed',
    'critical',
    'The file stays as it is while it is read',
    'The file was written to while it was being read. What was read belongs to no one state of it, so that what is found may be wrong.',
  ],
  [
    'file.unreadable',
    'critical',
    'The file can be read',
    'The system reports an error when the file is read, such as a link that leads nowhere or a device that has gone.',
  ],
  [
    'file.unreadable-folder',
    'critical',
    'The folder can be read',
    'The names of the files in the folder cannot be fetched, so none of them was checked.',
  ],
  [
    'file.empty-folder',
    'info',
    'A folder that is to be checked holds files',
    'There is nothing to check in the folder, which may be a sign that another one was meant.',
  ],
  [
    'file.truncated',
    'critical',
    'Packed data are whole',
    'The packed data end before the place where they say that they end: a download or a copy was cut off.',
  ],
  [
    'file.corrupt',
    'critical',
    'Packed data can be unpacked',
    'The packed data contradict themselves, so what they stood for is lost from that place on.',
  ],
  [
    'file.wrong-size',
    'critical',
    'A file in an archive is as large as the archive says',
    'The unpacked content has another size than the directory of the archive announces: one of the two is damaged, or was made to deceive.',
  ],
  [
    'file.wrong-checksum',
    'critical',
    'Unpacked content has the checksum that it was packed with',
    'The content differs from what was packed, if only by a bit: it was damaged on its way.',
  ],
  [
    'file.expands-too-much',
    'critical',
    'Packed data unpack to a size that is to be expected',
    'Real documents shrink by a factor of ten to a hundred when they are packed. What grows by far more is most likely made to fill the memory of whoever opens it, so it is read no further.',
  ],
  [
    'file.too-large',
    'critical',
    'The file is no larger than what can be read',
    'The file holds more bytes than can be counted here; such a size has other causes than a document’s content.',
  ],
  [
    'file.packed-too-often',
    'critical',
    'A file is packed a few times over at most',
    'Each layer of gzip has to be unpacked in turn. Several of them serve no purpose but to hide what is in the file.',
  ],
  [
    'file.unreadable-report',
    'critical',
    'A report that is opened can be understood',
    'The file looks like a report of an earlier check, but it is damaged, was cut off, or holds what no report of its form holds. Nothing of it is shown, as a part might be taken for all of it.',
  ],
];

const archives: readonly Row[] = [
  [
    'archive.no-files',
    'warning',
    'An archive holds files',
    'There is nothing to check in the archive.',
  ],
  [
    'archive.nested-too-deep',
    'error',
    'Archives lie at most one in another',
    'An archive in an archive is opened, a third level is not: its files were not checked.',
  ],
  [
    'archive.unreadable',
    'critical',
    'The directory of an archive can be read',
    'A zip archive lists what it holds in a directory at its end. Without it nothing in the archive can be found.',
  ],
  [
    'archive.damaged-directory',
    'critical',
    'The directory of an archive is whole',
    'The directory can be read up to some entry; the files behind that were not checked.',
  ],
  [
    'archive.too-many-entries',
    'error',
    'An archive holds no more files than can be listed',
    'The files behind the first ones were not checked.',
  ],
  [
    'archive.encrypted-entry',
    'critical',
    'Files in an archive are not encrypted',
    'What is packed with a password cannot be read here, so it was not checked.',
  ],
  [
    'archive.unsupported-compression',
    'critical',
    'Files in an archive are packed in a way that is known here',
    'Zip allows many methods of packing; every program knows Deflate, and few know the others.',
  ],
  [
    'archive.damaged-entry',
    'critical',
    'Files lie where the directory of their archive says',
    'At the place that the directory names there is no such file, or the archive ends before its end.',
  ],
  [
    'archive.overlapping-entries',
    'critical',
    'Files in an archive have bytes of their own',
    'Entries that share bytes let a small archive unpack to an enormous one. No program that packs files makes such archives.',
  ],
  [
    'archive.unsafe-name',
    'warning',
    'Names in an archive stay within the folder that it is unpacked to',
    'An absolute name, or one that climbs out with `..`, can overwrite files elsewhere when the archive is unpacked by a careless program.',
  ],
  [
    'archive.duplicate-name',
    'warning',
    'Names in an archive are unique',
    'Where two files have the same name, one program unpacks the first and another the last, so that they see different content.',
  ],
];

const engine: readonly Row[] = [
  [
    'memory.limit',
    'critical',
    'A file can be checked within the memory that is allowed',
    'The memory that checking a file may take is limited, so that one file cannot bring down the others. Real documents stay far below; what reaches the limit is a tag without an end or millions of different names.',
  ],
  [
    'memory.meaning',
    'info',
    'A file is small enough for its meaning to be checked',
    'References and values are checked with the whole file in memory. Files larger than a quarter of the memory limit are checked for syntax and structure only.',
  ],
  [
    'worker.crashed',
    'critical',
    'The check of a file comes to its end',
    'A finding of this rule is about Scrutineer and not about the file: the check broke off by a fault of its own.',
  ],
  [
    'engine.unavailable',
    'critical',
    'There is something to check with',
    'A finding of this rule is about Scrutineer and not about the file: what checks could not be started, so the file was not looked at.',
  ],
];

const settings: readonly Row[] = [
  [
    'settings.understood',
    'error',
    'A settings file can be understood, down to its last key',
    'A key with a slip in it would otherwise do nothing, and nobody would notice that a rule was never switched off, or on. What can be understood of the file still holds on the page; the command line checks nothing by settings that it understands in part.',
  ],
];

/** Rules by what stands before their names in their ids, and where they come from. */
const families: readonly (readonly [prefix: string, source: string, rows: readonly Row[]])[] = [
  ['scrutineer:xml:1.0.0:', 'Extensible Markup Language (XML) 1.0, Namespaces in XML 1.0', xml],
  ['scrutineer:intake:1.0.0:', 'Scrutineer: what can be opened', files],
  ['scrutineer:intake:1.0.0:', 'ZIP File Format Specification; Scrutineer’s limits', archives],
  ['scrutineer:engine:1.0.0:', 'Scrutineer: its own soundness', engine],
  ['scrutineer:settings:1.0.0:', 'Scrutineer: `.scrutineer.json`', settings],
];

/** The rules for every file. Their `since` is no version of a format. */
export const generalRules: readonly RuleInfo[] = families.flatMap(([prefix, source, rows]) =>
  rows.map(([name, severity, meaning, asks]): RuleInfo => {
    const explanation = { asks, source };
    return { id: prefix + name, level: 'syntax', severity, since: '1.0', meaning, explanation };
  }),
);
