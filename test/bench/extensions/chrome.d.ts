/** As much of the extension API as the bench's extensions use. */
declare const chrome: Pick<import('webextension-polyfill').Browser, 'runtime' | 'storage'>;
