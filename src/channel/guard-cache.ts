import type { CacheChange, DeletionScope } from '../model/cache.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import { MAX_STRING } from './limits.ts';
import type { CacheRequest } from './panel-messages.ts';

/** Deletions that a panel may hold, and page loads that one may name: more than anybody clicks. */
const MAX_MARKS = 1000;
const MAX_IDS = 10_000;

type Unknown = { readonly [key: string]: unknown };

/** Narrows a request to change the store; null when it is none. */
export function parseCacheRequest({ request, change }: Unknown): CacheRequest | null {
  if (!Number.isSafeInteger(request) || !isRecord(change)) return null;
  const parsed = parseChange(change);
  return parsed && { type: 'cache', request: request as number, change: parsed };
}

/** Whether this is a list of moments. */
export function isMarks(value: unknown): value is readonly EpochMilliseconds[] {
  return Array.isArray(value) && value.length <= MAX_MARKS && value.every(isMoment);
}

function parseChange({ kind, ...value }: Unknown): CacheChange | null {
  const { sessionId, pinned, pageLoadId, baseline, mark } = value;
  switch (kind) {
    case 'pin':
      return isId(sessionId) && typeof pinned === 'boolean' ? { kind, sessionId, pinned } : null;
    case 'baseline':
      return isId(pageLoadId) && typeof baseline === 'boolean' ? { kind, pageLoadId, baseline } : null;
    case 'use':
      return isId(pageLoadId) ? { kind, pageLoadId } : null;
    case 'restore':
      return isMoment(mark) ? { kind, mark } : null;
    case 'delete': {
      const scope = isRecord(value.scope) ? parseScope(value.scope) : null;
      return scope && isMoment(mark) ? { kind, scope, mark } : null;
    }
    default:
      return null;
  }
}

function parseScope({ kind, pageLoadIds, sessionId, before }: Unknown): DeletionScope | null {
  switch (kind) {
    case 'page-loads':
      return Array.isArray(pageLoadIds) && pageLoadIds.length <= MAX_IDS && pageLoadIds.every(isId)
        ? { kind, pageLoadIds }
        : null;
    case 'session':
      return isId(sessionId) ? { kind, sessionId } : null;
    case 'before':
      return isMoment(before) ? { kind, before } : null;
    case 'all':
      return { kind };
    default:
      return null;
  }
}

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_STRING;
}

function isMoment(value: unknown): value is EpochMilliseconds {
  return typeof value === 'number' && Number.isFinite(value);
}
