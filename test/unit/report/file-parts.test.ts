import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFileParts, FILE_PART_LENGTH } from '../../../src/report/file-parts.ts';

async function gathered(written: readonly string[]): Promise<readonly string[]> {
  const emitted: string[] = [];
  const parts = createFileParts((part) => void emitted.push(part));
  for (const part of written) await parts.write(part);
  await parts.end();
  return emitted;
}

it('joins small parts into few large ones, and cuts what is larger', async () => {
  const written = ['x'.repeat(3 * FILE_PART_LENGTH + 7), ...Array.from({ length: 200 }, () => 'y'.repeat(65_536))];
  const emitted = await gathered(written);
  expect(emitted.join('')).toBe(written.join(''));
  expect(Math.max(...emitted.map((part) => part.length))).toBeLessThanOrEqual(FILE_PART_LENGTH);
  expect(emitted.length).toBeLessThan(18);
});

it('never cuts a character in two', async () => {
  for (const offset of ['', 'x']) {
    const emitted = await gathered([offset + '😀'.repeat(FILE_PART_LENGTH)]);
    for (const part of emitted) expect(() => encodeURIComponent(part)).not.toThrow();
    expect(emitted.join('')).toBe(offset + '😀'.repeat(FILE_PART_LENGTH));
  }
});

it('hands on every character in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string()), async (written) => {
      expect((await gathered(written)).join('')).toBe(written.join(''));
    }),
  );
});
