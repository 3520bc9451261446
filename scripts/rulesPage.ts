import type { Level } from '../src/findings/finding';
import { levels } from '../src/findings/finding';
import type { ListedRule } from '../src/rules/list';
import { ruleName, ruleSet } from '../src/rules/list';

const introduction = `# Rules

<!-- Made by npm run docs:rules from the rules themselves; what is changed here is lost. -->

Everything that Scrutineer looks for, by level and set. [settings.md](settings.md) says how rules and levels are
switched off and how bad each is taken to be; \`scrutineer check --list-rules --format json\` prints this page for
programs. Ids that begin with \`asam.net\` are ASAM’s own, the others Scrutineer’s; what stands behind “also” is the
same rule as other lists spell it.
`;

/** A chapter of the page. */
interface Chapter {
  title: string;
  /** What its rules ask, in one line. */
  about: string;
  rules: readonly ListedRule[];
}

const questions: Readonly<Record<Level, string>> = {
  syntax: 'Can it be read?',
  structure: 'Does it have the shape that its version prescribes?',
  semantics: 'Does it mean something, by itself?',
  project: 'Does it fit the files around it?',
};

/** The page of all rules, in Markdown. */
export function rulesPage(rules: readonly ListedRule[]): string {
  const chapters: Chapter[] = levels.map((level) => ({
    title: level,
    about: questions[level],
    rules: rules.filter((rule) => rule.level === level && rule.format !== null),
  }));
  chapters.push({
    title: 'any file',
    about:
      'Can it be fetched, unpacked and checked, whatever it holds? These are of the level syntax.',
    rules: rules.filter(({ format }) => format === null),
  });
  const written = chapters.filter((chapter) => chapter.rules.length > 0);
  return [introduction, contents(written), ...written.map(chapterPart)].join('\n');
}

/** Rules by their set, in the order in which sets first appear. */
function bySet(rules: readonly ListedRule[]): Map<string, ListedRule[]> {
  const sets = new Map<string, ListedRule[]>();
  for (const rule of rules) {
    const set = ruleSet(rule.id) || ruleName(rule.id);
    const known = sets.get(set);
    if (known) known.push(rule);
    else sets.set(set, [rule]);
  }
  return sets;
}

function contents(chapters: readonly Chapter[]): string {
  const lines = chapters.map(({ title, rules }) => {
    const sets = [...bySet(rules).keys()].map((set) => `\`${set}\``).join(', ');
    const count = `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`;
    return `- [${title}](#${title.replaceAll(' ', '-')}), ${count}: ${sets}\n`;
  });
  return lines.join('');
}

function chapterPart({ title, about, rules }: Chapter): string {
  const sets = [...bySet(rules)].map(
    ([set, own]) => `### ${title}: ${set}\n\n${own.map(rulePart).join('\n')}`,
  );
  return `## ${title}\n\n${about}\n\n${sets.join('\n')}`;
}

function rulePart(rule: ListedRule): string {
  const { meaning, explanation } = rule;
  const { asks, source, example } = explanation;
  const paragraphs = [
    `#### ${ruleName(rule.id)}`,
    `**${meaning}.** ${asks}`,
    facts(rule),
    `Source: ${source}.`,
    ...(example ? [`Wrong:\n\n${block(example.wrong)}`, `Right:\n\n${block(example.right)}`] : []),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function facts({ id, aliases, severity, format, since, until }: ListedRule): string {
  const versions = until === undefined ? `from ${since} on` : `${since} to ${until}`;
  const also = (aliases ?? []).map((alias) => `also \`${alias}\``);
  return [severity, ...(format === null ? [] : [versions]), `\`${id}\``, ...also].join(' · ');
}

function block(code: string): string {
  return `\`\`\`xml\n${code}\n\`\`\``;
}
