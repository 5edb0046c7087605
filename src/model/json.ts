/** What JSON can hold; the shape of everything that crosses a process border or enters the store. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
