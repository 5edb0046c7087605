import type { Culprit, DemoFault } from './faults.ts';

/** The faults as README.md tells them, cell by cell, the head first. */
export function faultTable(faults: readonly DemoFault[]): string[][] {
  const rows = faults.map((fault) => [
    code(fault.page),
    fault.what,
    culpritText(fault.culprit),
    fault.insights.map(code).join(', ') || '-',
    fault.metrics?.join(', ') ?? '-',
    fault.limits.map(({ metric, level }) => `${code(metric)} (${level})`).join(', ') || '-',
  ]);
  return [['page', 'what is wrong', 'culprit', 'insight', 'metric', 'limit'], ...rows];
}

function culpritText(culprit: Culprit): string {
  switch (culprit.kind) {
    case 'resource':
      return code(culprit.path) + (culprit.otherOrigin ? ' on the second origin' : '');
    case 'element':
      return code(culprit.selector);
    case 'script':
      return `${code(`${culprit.functionName}()`)} in ${code(culprit.path)}`;
  }
}

function code(text: string): string {
  return `\`${text}\``;
}
