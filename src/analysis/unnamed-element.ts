/** What is said in place of the selector of an element that the browser did not tell, which it does for these two reasons alone. */
export const UNNAMED_ELEMENT = 'an element that is gone or in a shadow tree';

/** The same at the beginning of a sentence. */
export const AN_UNNAMED_ELEMENT = 'An element that is gone or in a shadow tree';
