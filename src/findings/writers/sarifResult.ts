import type { ArtifactLocation, Fix, Location, Region, Result } from 'sarif';
import type { ExcerptLine } from '../excerpt';
import type { Finding, Span } from '../finding';
import { concernsWholeFile } from '../finding';
import type { Place } from '../place';
import { excerptAt } from '../place';
import type { ExcerptOf } from '../text';
import { linesOfSnippet, sameLines, snippetText } from './sarifSnippet';
import { sarifLevels } from './sarifRule';

/** Says where a file is. */
export type Locate = (path: string) => ArtifactLocation;

/** A finding as a result (section 3.27), as far as it needs no index of anything. */
export function sarifResult(finding: Finding, locate: Locate, excerptOf: ExcerptOf | null): Result {
  const { code, level, severity, message, help, path, element, related, fix } = finding;
  return {
    level: sarifLevels[severity],
    message: { text: messageText(message, help) },
    locations: [
      {
        ...placed(finding, locate, excerptOf),
        ...(element === undefined
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: element, kind: 'element' }] }),
      },
    ],
    ...(related === undefined || related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, id) => ({
            id,
            message: { text: place.message },
            ...placed(place, locate, excerptOf),
          })),
        }),
    ...(fix === undefined || fix.length === 0
      ? {}
      : { fixes: [sarifFix(fix, locate(path), help)] }),
    properties: { code, level, severity, ...(help === undefined ? {} : { help }) },
  };
}

/**
 * SARIF knows no proposal beside the message: it follows the message, and is told apart by the
 * property `help`.
 */
export function messageText(message: string, help: string | undefined): string {
  return help === undefined ? message : `${message} ${help}`;
}

function sarifFix(
  edits: NonNullable<Finding['fix']>,
  artifactLocation: ArtifactLocation,
  help: string | undefined,
): Fix {
  return {
    ...(help === undefined ? {} : { description: { text: help } }),
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map(({ span, text }) => ({
          deletedRegion: region(span),
          insertedContent: { text },
        })),
      },
    ],
  };
}

/** A place, with the source lines around it where there are some. */
function placed({ path, span }: Place, locate: Locate, excerptOf: ExcerptOf | null): Location {
  const artifactLocation = locate(path);
  if (concernsWholeFile(span)) return { physicalLocation: { artifactLocation } };
  const lines = excerptAt({ path, span }, excerptOf);
  return {
    physicalLocation: { artifactLocation, region: region(span), ...context(span, lines) },
    ...bag(span, lines),
  };
}

/** A span as a region; bytes are left out where only lines and columns are known. */
function region({ offset, endOffset, line, column, endLine, endColumn }: Span): Region {
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    ...(endOffset === 0 ? {} : { byteOffset: offset, byteLength: endOffset - offset }),
  };
}

/** The lines around a place, which `contextRegion` is for: they have to be whole, and hold all of it. */
function context(span: Span, lines: readonly ExcerptLine[]): { contextRegion?: Region } {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last || first.number > span.line || last.number < span.endLine) return {};
  if (lines.some(({ cutBefore, cutAfter }) => cutBefore || cutAfter)) return {};
  return {
    contextRegion: {
      startLine: first.number,
      endLine: last.number,
      snippet: { text: snippetText(lines) },
    },
  };
}

/** The lines as they are, where a snippet cannot say it all: they are cut, or marked otherwise. */
function bag(span: Span, lines: readonly ExcerptLine[]): Pick<Location, 'properties'> {
  if (lines.length === 0) return {};
  const { contextRegion } = context(span, lines);
  if (contextRegion && sameLines(lines, linesOfSnippet(span, contextRegion))) return {};
  return {
    properties: {
      excerpt: lines.map(({ number, text, cutBefore, cutAfter, mark }) => ({
        number,
        text,
        cutBefore,
        cutAfter,
        mark,
      })),
    },
  };
}
