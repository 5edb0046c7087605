// What any content script costs.
export {};
