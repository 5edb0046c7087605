import { createContext } from 'preact';

/** Version of Vitalog, which stands in what it writes. */
export const VersionContext = createContext('');
