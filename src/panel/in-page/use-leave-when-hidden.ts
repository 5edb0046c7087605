import { useEffect } from 'preact/hooks';
import type { PagePointer } from './page-pointer.ts';

/** Ends what is outlined when DevTools shows another panel or is hidden: the pointer then leaves nothing that could tell of it. */
export function useLeaveWhenHidden(pointer: PagePointer | null): void {
  useEffect(() => {
    if (!pointer) return;
    const root = document.documentElement;
    // A panel that is not in front has no room.
    const observer = new ResizeObserver(() => root.clientWidth === 0 && pointer.leave());
    const onVisibility = () => document.hidden && pointer.leave();
    observer.observe(root);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', onVisibility);
      pointer.leave();
    };
  }, [pointer]);
}
