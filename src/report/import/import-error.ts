/** A file that cannot be opened as a session; the message says where it is wrong and what to do. Nothing of it was taken. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
