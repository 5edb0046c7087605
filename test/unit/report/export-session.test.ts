import { describe, expect, it } from 'vitest';
import { EXPORT_FORMAT_IDS, EXPORT_FORMATS } from '../../../src/report/export-formats.ts';
import { exportSession } from '../../../src/report/export-session.ts';
import { createLastGate, LeakError } from '../../../src/report/last-gate.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import { writeReport } from '../../../src/report/writers/report-writer.ts';
import { CANARIES, reportWith } from '../../fixtures/builders/canaries.ts';
import { reportPageLoadInput, sessionReport, shopReport, TEST_KEY } from '../../fixtures/builders/reports.ts';
import { userTimingEntry } from '../../fixtures/builders/timeline-entries.ts';

/** What an export writes, whole. */
async function exported(...[format, report, level = 'default']: Parameters<typeof start>): Promise<string> {
  const parts: string[] = [];
  await start(format, report, level, (part) => parts.push(part));
  return parts.join('');
}

function start(
  format: (typeof EXPORT_FORMAT_IDS)[number],
  { pageLoads, ...head }: ReturnType<typeof shopReport>,
  level: 'default' | 'strict' | 'raw' = 'default',
  write: (part: string) => void = () => {},
) {
  return exportSession(format, head, pageLoads, { write }, { level, key: TEST_KEY });
}

describe.each(EXPORT_FORMAT_IDS)('an export as %s', (format) => {
  it('is what the report written whole would be', async () => {
    const whole = writeReport(EXPORT_FORMATS[format].writer(), sanitizeReport(shopReport(), { key: TEST_KEY }));
    expect(await exported(format, shopReport())).toBe(whole);
  });

  it('passes its own last gate whatever secrets the session held', async () => {
    for (const canary of CANARIES) {
      expect(await exported(format, reportWith(canary), 'default')).not.toBe('');
      expect(await exported(format, reportWith(canary), 'strict')).not.toBe('');
    }
  });
});

describe('the last gate', () => {
  it.each(CANARIES.filter(({ written, text }) => (written ?? text) === text))(
    'stops $kind in every layout',
    ({ text }) => {
      const parts = {
        json: JSON.stringify({ url: `https://a.example/${text}` }),
        csv: `"x","see ${text}"\r\n`,
        prose: `<p>see ${text}</p>`,
      };
      for (const layout of ['json', 'csv', 'prose'] as const) {
        expect(() => createLastGate('default', 's', layout).check(parts[layout]), layout).toThrow(LeakError);
      }
    },
  );

  it('says where, and never what', () => {
    const gate = createLastGate('default', 's', 'json');
    expect(() => gate.check('{"title":"jane.canary@mail.example.com"}')).toThrow(/behind "\{"title":"/);
    expect(() => gate.check('{"other":"jack.canary@mail.example.com"}')).not.toThrow(/jack/);
  });

  it('lets everything pass at level raw, which the user asked for', () => {
    expect(() => createLastGate('raw', 's', 'json').check('"jane.canary@mail.example.com"')).not.toThrow();
  });
});

describe('a large session', () => {
  it('is written in small parts, a page load at a time, and says how far it is', async () => {
    const entries = Array.from({ length: 12_000 }, (_, n) => userTimingEntry({ name: `step ${n}`, startTime: n }));
    const { pageLoads, ...head } = sessionReport({
      pageLoads: ['a', 'b', 'c'].map((pageLoadId) => reportPageLoadInput({ entries, pageLoad: { pageLoadId } })),
    });
    const seen: number[] = [];
    let longest = 0;
    const write = (part: string) => {
      longest = Math.max(longest, part.length);
    };
    await exportSession('json', head, pageLoads, { write }, { key: TEST_KEY, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([1, 2, 3]);
    expect(longest).toBeLessThan(1_048_576);
  });

  it('ends at once when it is cancelled', async () => {
    const { pageLoads, ...head } = shopReport();
    const controller = new AbortController();
    const parts: string[] = [];
    const write = (part: string) => {
      parts.push(part);
      controller.abort(new Error('cancelled by the user'));
    };
    const options = { key: TEST_KEY, signal: controller.signal };
    await expect(exportSession('json', head, pageLoads, { write }, options)).rejects.toThrow('cancelled by the user');
    expect(parts).toHaveLength(1);
  });
});
