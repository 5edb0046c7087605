import validate from 'virtual:session-report-validator';
import type { SessionReport } from '../../model/report.ts';
import { ImportError } from './import-error.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

type ValidationError = NonNullable<typeof validate.errors>[number];

/** The newest version of the session format that is read. */
const VERSION = 1;

/**
 * Takes parsed JSON for a session report when it is one, whole and in every part.
 * @throws ImportError that names what is wrong: another format, a later version, the first member that breaks the schema.
 */
export function checkReport(value: unknown): SessionReport {
  const { format, version } = asRecord(value);
  if (format !== 'vitalog-session')
    throw new ImportError(
      'The file is no Vitalog session and no HAR: it has neither "format": "vitalog-session" nor a "log".',
    );
  if (typeof version === 'number' && version > VERSION)
    throw new ImportError(
      `The file is of version ${version} of the session format; this Vitalog reads up to ${VERSION}. Update Vitalog to open it.`,
    );
  // Counted before the schema is asked, which takes its time for each of them.
  const rows = rowsIn(value, 3);
  if (rows > IMPORT_LIMITS.rows)
    throw new ImportError(
      `The file holds ${rows} entries and requests; at most ${IMPORT_LIMITS.rows} can be opened. Export fewer page loads.`,
    );
  if (!isReport(value))
    throw new ImportError(`The file is no valid session: ${problemOf(validate.errors ?? [])} It was not opened.`);
  return value;
}

function isReport(value: unknown): value is SessionReport {
  return validate(value);
}

function asRecord(value: unknown): { readonly format?: unknown; readonly version?: unknown } {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Of the branches that were tried in vain, the one that went deepest is what the file meant to be. */
function problemOf(errors: readonly ValidationError[]): string {
  const deepest = errors.reduce<ValidationError | null>(
    (best, error) => (best === null || depthOf(error) > depthOf(best) ? error : best),
    null,
  );
  if (deepest === null) return 'it breaks the schema.';
  const place = deepest.instancePath === '' ? 'its top level' : deepest.instancePath;
  const extra = deepest.params.additionalProperty;
  return `${place} ${deepest.message ?? 'breaks the schema'}${typeof extra === 'string' ? ` ("${extra.slice(0, 80)}")` : ''}.`;
}

function depthOf({ instancePath }: ValidationError): number {
  return instancePath.split('/').length;
}

/** Items of the lists of page loads, and of those inside them. */
function rowsIn(value: unknown, levels: number): number {
  if (typeof value !== 'object' || value === null || levels === 0) return 0;
  let rows = 0;
  for (const item of Object.values(value)) {
    if (!Array.isArray(item)) continue;
    rows += item.length;
    for (const inner of item) rows += rowsIn(inner, levels - 1);
  }
  return rows;
}
