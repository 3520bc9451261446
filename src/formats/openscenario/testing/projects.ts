import { describe, expect, test } from 'vitest';
import type { Asked, Digest, Neighbour, Neighbours } from '../../../rules/neighbours';
import type { Found } from '../../../rules/rule';
import { RuleRunner } from '../../../rules/runner';
import { Model } from '../model/model';
import { Project } from '../project/project';
import type { ProjectRule } from '../rules/kinds';
import { semantics } from '../semantics';
import { versions } from '../tables';
import { readDocument, textAt } from './document';
import { expectNoteOf, expectNotes, expectWords, marked, versionOf, type Fixture } from './rules';

/** A document for a rule, and the files around it. */
export interface ProjectFixture extends Fixture {
  /** Texts of the files by their paths, relative to the document's folder; absent: nothing can be seen. */
  files?: Readonly<Record<string, string>>;
}

/** Checks that a rule finds what its fixtures say, where they say it, and nothing else. */
export function testProjectRule(rule: ProjectRule, fixtures: readonly ProjectFixture[]): void {
  describe(rule.id, () => {
    test('has fixtures that fire and fixtures that do not', () => {
      expect(fixtures.some(({ text }) => text.includes('«'))).toBe(true);
      expect(fixtures.some(({ text }) => !text.includes('«'))).toBe(true);
    });
    test.each(fixtures)('$name', async (fixture) => {
      const { text, places } = marked(fixture.text);
      const { document, issues } = readDocument(text, fixture.version ?? versionOf(text));
      if (!fixture.misshapen) expect(issues, 'what the schema says').toEqual([]);
      const around = new FilesForTest(fixture.files);
      const project = await Project.around(new Model(document), around, true);
      const found: Found[] = [];
      const runner = new RuleRunner({
        versions,
        version: document.version,
        wants: () => true,
        tell: (info, one) => {
          expectNoteOf(info, one);
          found.push(one);
        },
      });
      runner.run([rule], project);
      found.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
      expect(found.map(({ at }) => ({ at, text: textAt(document, at) }))).toEqual(
        places.map((at) => ({ at, text: textAt(document, at) })),
      );
      if (fixture.codes) expect(found.map(({ code }) => code)).toEqual(fixture.codes);
      fixture.says?.forEach((said, at) => expect(found[at]?.message).toMatch(said));
      fixture.helps?.forEach((said, at) => expect(found[at]?.help).toMatch(said));
      for (const { message, help, related } of found) {
        expectWords(message, help);
        expectNotes(related);
      }
    });
  });
}

/** Files around a document that exist only for a test. */
export class FilesForTest implements Neighbours {
  readonly #files: Readonly<Record<string, string>> | undefined;

  constructor(files: Readonly<Record<string, string>> | undefined) {
    this.#files = files;
  }

  look(asked: readonly Asked[]): Promise<Neighbour[]> {
    return Promise.resolve(asked.map((one) => this.#find(one)));
  }

  #find({ path, want }: Asked): Neighbour {
    const files = this.#files;
    if (!files) return { found: 'unknown' };
    if (want === 'project') {
      return { found: 'folder', path: '', exact: true, files: digested(files, Object.keys(files)) };
    }
    const plain = path.replace(/^\.\//, '').replace(/\/$/, '');
    const spelt = Object.keys(files).find((one) => one.toLowerCase() === plain.toLowerCase());
    if (spelt !== undefined) {
      return {
        found: 'file',
        path: spelt,
        exact: spelt === plain,
        digest: want === 'file' ? digestFor(spelt, files[spelt] ?? '') : null,
      };
    }
    const inside = Object.keys(files).filter((one) => one.slice(0, one.lastIndexOf('/')) === plain);
    if (inside.length === 0) return { found: 'nothing', similar: [] };
    return { found: 'folder', path: plain, exact: true, files: digested(files, inside) };
  }
}

function digested(
  files: Readonly<Record<string, string>>,
  paths: readonly string[],
): { path: string; digest: Digest | null }[] {
  return paths.map((path) => ({ path, digest: digestFor(path, files[path] ?? '') }));
}

function digestFor(path: string, text: string): Digest | null {
  const { document } = readDocument(text, versionOf(text), path);
  const bytes = semantics.digest(document);
  return bytes && { pack: 'openscenario', bytes };
}
