import { createContext } from 'preact';
import type { FileOpener } from './opened-file.ts';

/** Null where files cannot be opened. */
export const FileOpenerContext = createContext<FileOpener | null>(null);
