import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reportFileName } from '../../../src/report/file-name.ts';

it('says what the file is of and when it was made', () => {
  expect(reportFileName('shop.example', '2026-01-15T10:05:00.000Z', 'json')).toBe(
    'vitalog-shop-example-20260115-100500.json',
  );
});

it('leaves out a subject of which nothing can be kept', () => {
  expect(reportFileName('../../ „日本“', '2026-01-15T10:05:00.000Z', 'html')).toBe('vitalog-20260115-100500.html');
});

it('is safe and at most 80 characters long whatever it is made from', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string(),
      fc.string({ maxLength: 60 }),
      (subject, moment, extension) => {
        const name = reportFileName(subject, moment, extension);
        expect(name).toMatch(/^vitalog[a-z0-9.-]{1,73}$/);
        expect(name).not.toContain('..');
        expect(name).toMatch(/[a-z0-9]$/);
      },
    ),
  );
});
