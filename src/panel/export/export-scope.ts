/** What of the store is exported. */
export type ExportScope =
  | { readonly kind: 'page-load'; readonly sessionId: string; readonly pageLoadId: string }
  | { readonly kind: 'sessions'; readonly sessionIds: readonly string[] };

export function sessionIdsOf(scope: ExportScope): readonly string[] {
  return scope.kind === 'page-load' ? [scope.sessionId] : scope.sessionIds;
}
