import { expect, it } from 'vitest';
import { failureOf, type StoreFailure } from '../../../src/store/store-failure.ts';

/** What browsers were seen to throw. */
const SEEN: readonly (readonly [name: string, message: string, failure: StoreFailure])[] = [
  ['QuotaExceededError', '', 'no-room'],
  ['DataError', 'Failed to write blobs (IOError)', 'no-room'],
  ['UnknownError', 'Connection is closing because of: IO error: 000003.log: FILE_ERROR_NO_SPACE (8)', 'no-room'],
  ['UnknownError', 'Connection is closing because of: Force close delete origin', 'closed'],
  ['InvalidStateError', 'The database connection is closing.', 'closed'],
  ['AbortError', '', 'closed'],
  ['UnknownError', 'Internal error opening backing store for indexedDB.open.', 'unavailable'],
  [
    'InvalidStateError',
    'A mutation operation was attempted on a database that did not allow mutations.',
    'unavailable',
  ],
  ['SecurityError', 'The operation is insecure.', 'unavailable'],
  ['VersionError', 'The requested version (2) is less than the existing version (3).', 'newer-version'],
  ['ConstraintError', 'A key is there already.', 'other'],
];

it.each(SEEN)('takes %s "%s" for %s', (name, message, failure) => {
  expect(failureOf(new DOMException(message, name))).toBe(failure);
});

it('takes a database that the browser hides altogether for one that cannot be opened', () => {
  expect(failureOf(new ReferenceError('indexedDB is not defined'))).toBe('unavailable');
  expect(failureOf(new TypeError('can\'t access property "open", indexedDB is null'))).toBe('unavailable');
  expect(failureOf(new TypeError('x is not a function'))).toBe('other');
  expect(failureOf('no error at all')).toBe('other');
});
