import { overviewOf } from '../overview';
import type { ReportDocument } from '../reportDocument';
import { filesMarkup } from './html/files';
import { bannerMarkup, filterMarkup, headMarkup } from './html/head';
import { escaped } from './html/markup';
import { rulesMarkup } from './html/rules';
import { fileSection, findingsMarkup } from './html/section';

/** Findings up to which the sections of files are open from the start; the others open one by one. */
const findingsOpen = 1000;

/**
 * A report as one page that needs nothing else: no script, no picture, no other file. It reads well
 * on paper, and from a disk or a mail. Elements are written as XML has them, so that a reader of
 * either kind takes every text for what it is.
 */
export function* writeHtml(report: ReportDocument): Generator<string> {
  const { tool, files, rules } = report;
  const overview = overviewOf(files);
  const ruleAnchors = new Map(rules.map(({ id }, at) => [id, `rule-${at + 1}`]));
  yield headMarkup(report, overview);
  yield `<body>\n${bannerMarkup(report, overview)}<main>\n`;
  const [first] = files;
  if (files.length === 1 && first) {
    yield `<section id="findings">\n<h2 class="spoken">Findings</h2>\n${filterMarkup(overview)}`;
    yield* findingsMarkup(first, report, ruleAnchors);
    yield '</section>\n';
  } else {
    const fileAnchors = new Map<number, string>();
    files.forEach(({ findings, omitted }, at) => {
      if (findings.length + omitted > 0) fileAnchors.set(at, `file-${at + 1}`);
    });
    yield* filesMarkup(files, fileAnchors);
    if (fileAnchors.size > 0) {
      yield `<section id="findings">\n<h2>Findings</h2>\n${filterMarkup(overview)}`;
      let shown = 0;
      for (const [at, anchor] of fileAnchors) {
        const file = files[at];
        if (!file) continue;
        yield* fileSection(file, anchor, shown < findingsOpen, report, ruleAnchors);
        shown += file.findings.length;
      }
      yield '</section>\n';
    }
  }
  yield* rulesMarkup(rules, ruleAnchors);
  const maker = escaped(`${tool.name} ${tool.version}`.trim());
  yield `</main>\n<footer><p>A report by ${maker}. This page loads nothing and runs nothing.</p></footer>\n</body>\n</html>\n`;
}
