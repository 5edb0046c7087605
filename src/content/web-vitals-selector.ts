// Takes the place of web-vitals' own module of this name (`vite.config.ts`): a page carries one way to name an element, not two.
export { selectorOf as getSelector } from './selector.ts';
