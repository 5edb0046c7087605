import { describe, expect, it } from 'vitest';
import { EXPORT_FORMAT_IDS, EXPORT_FORMATS } from '../../../src/report/export-formats.ts';
import { reportToJson } from '../../../src/report/json.ts';
import { findLeak } from '../../../src/report/redaction/sweep.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import { writeReport } from '../../../src/report/writers/report-writer.ts';
import { CANARIES, reportWith } from '../../fixtures/builders/canaries.ts';
import { TEST_KEY } from '../../fixtures/builders/reports.ts';

const LEVELS = ['default', 'strict'] as const;

/** The text as written, percent-decoded up to three times, and with everything in it that reads as base64. */
function forms(text: string): string {
  const all = [text];
  for (let round = 0; round < 3; round += 1)
    all.push(all.at(-1)?.replace(/%[0-9a-f]{2}/gi, (code) => unescapeByte(code)) ?? '');
  const runs = all.flatMap((form) => form.match(/[A-Za-z0-9+/_-]{8,}={0,2}/g) ?? []);
  return [...all, ...runs.map((run) => Buffer.from(run, 'base64').toString('latin1'))].join('\n').toLowerCase();
}

function unescapeByte(code: string): string {
  return String.fromCharCode(Number.parseInt(code.slice(1), 16));
}

describe('a sanitized report', () => {
  it('is tested with secrets of 20 kinds, each of which a raw report does give away', () => {
    expect(new Set(CANARIES.map(({ kind }) => kind)).size).toBe(20);
    for (const canary of CANARIES) {
      expect(forms(JSON.stringify(reportWith(canary))), canary.kind).toContain(canary.text.toLowerCase());
    }
  });

  describe.each(LEVELS)('at level %s', (level) => {
    it.each(CANARIES)('holds no $kind in any format, however it is written', (canary) => {
      const report = sanitizeReport(reportWith(canary), { level, key: TEST_KEY });
      for (const format of EXPORT_FORMAT_IDS) {
        const text = writeReport(EXPORT_FORMATS[format].writer(), report);
        expect(forms(text).includes(canary.text.toLowerCase()), format).toBe(false);
      }
      expect(findLeak(report)).toBeNull();
    });

    it('is not changed by sanitizing it again', () => {
      for (const canary of CANARIES) {
        const once = sanitizeReport(reportWith(canary), { level, key: TEST_KEY });
        expect(sanitizeReport(once, { level, key: new Uint8Array(32).fill(9) }), canary.kind).toEqual(once);
      }
    });
  });

  it('has lost credentials and fragments even at level raw', () => {
    for (const canary of CANARIES) {
      const text = reportToJson(sanitizeReport(reportWith(canary), { level: 'raw', key: TEST_KEY }));
      expect(text).not.toContain('access_token=');
    }
    const password = CANARIES.find(({ kind }) => kind === 'password');
    const text = JSON.stringify(
      sanitizeReport(reportWith(password ?? { text: '' }), { level: 'raw', key: TEST_KEY }).pageLoads[0]?.url,
    );
    expect(text).not.toContain('hunter2canary');
  });
});
