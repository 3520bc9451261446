import type { Finding } from '../findings/finding';
import { addCounts } from '../findings/overview';
import { noCounts, summarize, type FileReport } from '../findings/report';
import { reportDocument, type Tool } from '../findings/reportDocument';
import { maxToldFindings, type FileSummary, type FoundMessage, type MessageId } from './protocol';

/** What the page around is told of the reports on some files, and the findings that it can name. */
export interface Found {
  message: FoundMessage;
  /** All findings in the order that indexes count them, told or not. */
  order: readonly Finding[];
}

/** Puts reports into a message; what comes of them does not depend on the order they came in. */
export function foundIn(id: MessageId, tool: Tool, reports: readonly FileReport[]): Found {
  const { files } = reportDocument(tool, reports, []);
  const counts = noCounts();
  const summaries: FileSummary[] = [];
  const order: Finding[] = [];
  for (const { path, format, version, kind, verdict, counts: own, findings, omitted } of files) {
    addCounts(counts, own);
    const untold = Math.max(0, order.length + findings.length - maxToldFindings);
    summaries.push({
      path,
      format,
      version,
      kind,
      verdict,
      counts: { ...own },
      omitted: omitted + Math.min(untold, findings.length),
    });
    order.push(...findings);
  }
  return {
    message: {
      type: 'findings',
      id,
      tool,
      summary: summarize(counts),
      counts,
      files: summaries,
      findings: order.slice(0, maxToldFindings),
    },
    order,
  };
}
