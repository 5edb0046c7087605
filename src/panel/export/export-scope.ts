import type { PageLoadRecord } from '../../model/page-load.ts';

type PageLoadId = Pick<PageLoadRecord, 'sessionId' | 'pageLoadId'>;

/** What of the store is exported. */
export type ExportScope =
  | ({ readonly kind: 'page-load' } & PageLoadId)
  | { readonly kind: 'page-loads'; readonly pageLoads: readonly PageLoadId[] }
  | { readonly kind: 'sessions'; readonly sessionIds: readonly string[] };

export function sessionIdsOf(scope: ExportScope): readonly string[] {
  switch (scope.kind) {
    case 'page-load':
      return [scope.sessionId];
    case 'page-loads':
      return [...new Set(scope.pageLoads.map(({ sessionId }) => sessionId))];
    case 'sessions':
      return scope.sessionIds;
  }
}

/** Whether a page load of a scope's sessions is exported with it. */
export function isInScope(scope: ExportScope): (pageLoad: Pick<PageLoadRecord, 'pageLoadId'>) => boolean {
  if (scope.kind === 'sessions') return () => true;
  const ids = new Set(scope.kind === 'page-load' ? [scope.pageLoadId] : scope.pageLoads.map((load) => load.pageLoadId));
  return ({ pageLoadId }) => ids.has(pageLoadId);
}
