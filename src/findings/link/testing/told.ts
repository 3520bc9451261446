import type { OpenedLink } from '../link';

/**
 * All that an opened link tells, as plain data: source lines stand beside the findings that they are for,
 * and of the remarks, whose words may change, there are the numbers.
 */
export function told({ report, remarks, cut }: OpenedLink): unknown {
  const { tool, files, excerpts } = report;
  return {
    tool,
    remarked: remarks.map((remark) => remark.match(/\d[\d,]*/g) ?? []),
    cut,
    files: files.map((file) => ({
      ...file,
      findings: file.findings.map((finding) => ({
        ...finding,
        excerpt: excerpts?.(finding.path, finding.span) ?? null,
      })),
    })),
  };
}
