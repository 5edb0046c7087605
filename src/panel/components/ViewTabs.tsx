import { useEffect, useRef } from 'preact/hooks';
import { formatCount } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { VIEW_IDS, type ViewId } from '../state/panel-location.ts';
import { VIEWS } from '../views/views.ts';

/** Tabs of the views: arrow keys move between them, Tab goes on to the view. */
export function ViewTabs() {
  const { location, figures, updateLocation } = usePanel();
  const active = location.value.view;
  const tabs = useRef<HTMLDivElement>(null);
  const open = (view: ViewId) => updateLocation({ view });

  // A narrow dock has no room for all of them; a panel made anew may begin with the last.
  useEffect(() => {
    const show = () =>
      tabs.current?.querySelector(`#tab-${active}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const observer = new ResizeObserver(show);
    if (tabs.current) observer.observe(tabs.current);
    return () => observer.disconnect();
  }, [active]);

  function onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
    const target = keyTarget(event.key, VIEW_IDS.indexOf(active));
    if (target === undefined) return;
    event.preventDefault();
    open(target);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${target}`)?.focus();
  }

  return (
    <div ref={tabs} class="tabs" role="tablist" aria-label="Views" onKeyDown={onKeyDown}>
      {VIEW_IDS.map((view) => {
        const { title, count } = VIEWS[view];
        const badge = figures.value && count?.(figures.value);
        return (
          <button
            key={view}
            type="button"
            id={`tab-${view}`}
            class="tab"
            role="tab"
            aria-selected={view === active}
            aria-controls="view"
            tabIndex={view === active ? 0 : -1}
            onClick={() => open(view)}
          >
            {title}
            {count && <span class="count">{typeof badge === 'number' && formatCount(badge)}</span>}
          </button>
        );
      })}
    </div>
  );
}

function keyTarget(key: string, index: number): ViewId | undefined {
  if (key === 'Home') return VIEW_IDS[0];
  if (key === 'End') return VIEW_IDS.at(-1);
  if (key === 'ArrowRight') return VIEW_IDS[(index + 1) % VIEW_IDS.length];
  if (key === 'ArrowLeft') return VIEW_IDS.at(index - 1);
  return undefined;
}
