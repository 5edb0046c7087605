/// <reference types="vite/client" />

/**
 * Whether this is the build for Firefox: what only its ways ask for is left out of the others, which pay for every byte, and out of it
 * what it does not tell.
 */
export const FOR_FIREFOX = import.meta.env.MODE === 'firefox';
